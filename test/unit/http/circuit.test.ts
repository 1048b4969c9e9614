import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { Circuit, type Passage, type Verdict } from '../../../src/http/circuit/circuit.js';
import { verdictOf } from '../../../src/http/circuit/verdict-of.js';

/** A circuit with a clock of its own, and one call over it. */
function startCircuit() {
  let now = 1_000_000;
  const circuit = new Circuit(() => now);
  return {
    circuit,
    pass: (ms: number) => {
      now += ms;
    },
    /** Makes a call where one may be made; whether it was. */
    call: (verdict: Verdict): boolean => {
      if (!circuit.mayEnter) return false;
      circuit.end(circuit.enter(), verdict);
      return true;
    },
  };
}

/** One that was opened by failures a tenth of a second apart. */
function startOpen() {
  const started = startCircuit();
  while (started.circuit.state === 'CLOSED') {
    started.call('FAILED');
    if (started.circuit.state === 'CLOSED') started.pass(100);
  }
  return started;
}

describe('a circuit', () => {
  it('opens within a second of steady failing', () => {
    const { circuit, call, pass } = startCircuit();
    for (let count = 0; count < 100; count += 1) call('ANSWERED');
    for (let elapsedMs = 0; elapsedMs < 1000; elapsedMs += 50) {
      call('FAILED');
      pass(50);
    }
    expect(circuit.state).toBe('OPEN');
  });

  it('stays closed through a burst of failures that ends within half a second', () => {
    const { circuit, call, pass } = startCircuit();
    for (let count = 0; count < 500; count += 1) call('FAILED');
    pass(490);
    call('FAILED');
    for (let count = 0; count < 20; count += 1) call('ANSWERED');
    pass(1000);
    call('FAILED');
    expect(circuit.state).toBe('CLOSED');
  });

  it('opens with the fifth of the calls that were silent for half a second: that is how long the trouble has lasted', () => {
    const { circuit, call, pass } = startCircuit();
    for (let count = 0; count < 100; count += 1) call('ANSWERED');
    const silent = Array.from({ length: 6 }, () => circuit.enter());
    pass(500);
    const states = silent.map((passage) => {
      circuit.end(passage, 'FAILED');
      return circuit.state;
    });
    expect(states).toEqual(['CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'OPEN', 'OPEN']);
  });

  it('stays closed with one failure in eight', () => {
    const { circuit, call, pass } = startCircuit();
    for (let count = 0; count < 1000; count += 1) {
      call(count % 8 === 0 ? 'FAILED' : 'ANSWERED');
      pass(20);
    }
    expect(circuit.state).toBe('CLOSED');
  });

  it('opens when half of the calls fail', () => {
    const { circuit, call, pass } = startCircuit();
    for (let count = 0; count < 40; count += 1) {
      call(count % 2 === 0 ? 'FAILED' : 'ANSWERED');
      pass(50);
    }
    expect(circuit.openedAt).not.toBeNull();
  });

  it('forgets failures of half a minute ago', () => {
    const { circuit, call, pass } = startCircuit();
    for (let count = 0; count < 5; count += 1) call('FAILED');
    pass(30_001);
    call('FAILED');
    expect(circuit.state).toBe('CLOSED');
  });

  it('lets one call through a quarter of a second later, and none beside it', () => {
    const { circuit, pass } = startOpen();
    pass(249);
    expect([circuit.state, circuit.mayEnter]).toEqual(['OPEN', false]);
    pass(1);
    expect([circuit.state, circuit.mayEnter]).toEqual(['HALF_OPEN', true]);
    const probe = circuit.enter();
    expect([circuit.state, circuit.mayEnter]).toEqual(['HALF_OPEN', false]);
    circuit.end(probe, 'UNTOLD');
    expect(circuit.mayEnter).toBe(true);
  });

  it('lets whoever comes alone through, however often that fails', () => {
    const { pass, call } = startOpen();
    for (let count = 0; count < 50; count += 1) {
      pass(1000);
      expect(call('FAILED')).toBe(true);
    }
  });

  it('lets four calls a second through, however many come', () => {
    const { circuit, pass } = startOpen();
    const perSecond = Array.from({ length: 8 }, () => {
      let sent = 0;
      for (let elapsedMs = 0; elapsedMs < 1000; elapsedMs += 1) {
        pass(1);
        for (let count = 0; count < 3 && circuit.mayEnter; count += 1) {
          sent += 1;
          circuit.end(circuit.enter(), 'FAILED');
        }
      }
      return sent;
    });
    expect(perSecond).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);
  });

  it('lets a call to one who is silent through after a second, then every two', () => {
    const { circuit, pass } = startOpen();
    let elapsedMs = 0;
    const sentAt: number[] = [];
    for (; elapsedMs < 20_000; elapsedMs += 250) {
      pass(250);
      if (!circuit.mayEnter) continue;
      circuit.enter();
      sentAt.push(elapsedMs);
    }
    expect(sentAt).toEqual([0, 1000, 3000, 5000, 7000, 9000, 11_000, 13_000, 15_000, 17_000, 19_000]);
  });

  it('closes after three answered probes, two of them at once, and not before', () => {
    const { circuit, pass } = startOpen();
    pass(250);
    circuit.end(circuit.enter(), 'ANSWERED');
    const both = [circuit.enter(), circuit.enter()] as const;
    expect(circuit.mayEnter).toBe(false);
    circuit.end(both[0], 'ANSWERED');
    expect([circuit.mayEnter, circuit.state]).toEqual([false, 'HALF_OPEN']);
    circuit.end(both[1], 'ANSWERED');
    expect(circuit.state).toBe('CLOSED');
  });

  it('stays open when one of three probes fails', () => {
    const { circuit, pass, call } = startOpen();
    pass(250);
    for (const verdict of ['ANSWERED', 'ANSWERED', 'FAILED'] as const) call(verdict);
    expect([circuit.state, circuit.mayEnter]).toEqual(['OPEN', false]);
  });

  it('takes no notice of a probe that was silent before another one was answered', () => {
    const { circuit, pass, call } = startOpen();
    pass(250);
    const silent = circuit.enter();
    pass(1000);
    for (let count = 0; count < 3; count += 1) call('ANSWERED');
    expect(circuit.state).toBe('CLOSED');
    circuit.end(silent, 'FAILED');
    expect(circuit.state).toBe('CLOSED');
  });

  it('does not close while one of its probes is silent', () => {
    const { circuit, pass, call } = startOpen();
    pass(250);
    call('ANSWERED');
    const silent = circuit.enter();
    call('ANSWERED');
    expect(circuit.mayEnter).toBe(false);
    pass(1000);
    call('ANSWERED');
    expect(circuit.state).toBe('HALF_OPEN');
    circuit.end(silent, 'FAILED');
    expect(circuit.state).toBe('OPEN');
  });

  it('asks for twice as many answers each time it opens again soon after, twelve at the most', () => {
    const { circuit, pass, call } = startOpen();
    const needed: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      pass(1000);
      let answered = 0;
      for (; circuit.state !== 'CLOSED'; answered += 1) call('ANSWERED');
      needed.push(answered);
      if (count === 3) pass(60_000);
      while (circuit.state === 'CLOSED') {
        call('FAILED');
        pass(100);
      }
    }
    expect(needed).toEqual([3, 6, 12, 12, 3]);
  });

  it('says when the next probe may go, and how long one is worth waiting for: twice what answers usually take', () => {
    const { circuit, pass } = startOpen();
    expect(circuit.newsWithinMs).toBe(250);
    pass(100);
    expect(circuit.newsWithinMs).toBe(150);
    pass(1000);
    const probe = circuit.enter();
    expect(circuit.newsWithinMs).toBe(250);
    pass(300);
    expect(circuit.newsWithinMs).toBe(0);
    expect(circuit.failedFrom).toBeLessThan(probe.startedAt);
    circuit.end(probe, 'FAILED');
    expect(circuit.failedFrom).toBe(probe.startedAt);

    const slow = startCircuit();
    for (let count = 0; count < 40; count += 1) {
      const passage = slow.circuit.enter();
      slow.pass(400);
      slow.circuit.end(passage, 'ANSWERED');
    }
    while (slow.circuit.state === 'CLOSED') {
      slow.call('FAILED');
      slow.pass(100);
    }
    slow.pass(1000);
    slow.circuit.enter();
    expect(slow.circuit.newsWithinMs).toBeGreaterThan(700);
    expect(slow.circuit.newsWithinMs).toBeLessThanOrEqual(800);
  });

  it('is not moved by calls that were let through before it turned', () => {
    const { circuit, pass, call } = startCircuit();
    const early = Array.from({ length: 5 }, () => circuit.enter());
    while (circuit.state === 'CLOSED') {
      call('FAILED');
      pass(100);
    }
    pass(1000);
    for (const passage of early) circuit.end(passage, 'FAILED');
    expect([circuit.state, circuit.mayEnter]).toEqual(['HALF_OPEN', true]);
  });

  it('counts an answer that cannot be read as the failure it is', () => {
    const { circuit, pass } = startCircuit();
    for (let count = 0; count < 20 && circuit.state === 'CLOSED'; count += 1) {
      const passage = circuit.enter();
      circuit.end(passage, 'ANSWERED');
      circuit.misread(passage);
      pass(100);
    }
    expect(circuit.openedAt).not.toBeNull();
  });

  it('opens again when the answer of the probe that closed it cannot be read', () => {
    const { circuit, pass, call } = startOpen();
    pass(1000);
    call('ANSWERED');
    call('ANSWERED');
    const last = circuit.enter();
    circuit.end(last, 'ANSWERED');
    expect(circuit.state).toBe('CLOSED');
    circuit.misread(last);
    expect(circuit.mayEnter).toBe(false);
  });

  const verdict = fc.constantFrom<Verdict>('ANSWERED', 'FAILED', 'UNTOLD');
  const step = fc.record({
    waitMs: fc.integer({ min: 0, max: 15_000 }),
    verdict,
    isMisread: fc.boolean(),
    isSilent: fc.boolean(),
  });

  it('never holds a call back that comes five seconds after the last one, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { circuit, pass } = startCircuit();
        for (const { waitMs, verdict: told, isMisread, isSilent } of steps) {
          pass(waitMs);
          expect([waitMs >= 5000, circuit.mayEnter]).not.toEqual([true, false]);
          if (!circuit.mayEnter) continue;
          const passage = circuit.enter();
          if (isSilent) continue;
          circuit.end(passage, told);
          if (told === 'ANSWERED' && isMisread) circuit.misread(passage);
        }
      }),
    );
  });

  it('never has more than three probes under way at once, whatever happens within a second', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), fc.array(verdict, { maxLength: 30 }), (steps, verdicts) => {
        const { circuit, pass, call } = startCircuit();
        for (const { waitMs, verdict: told } of steps) {
          pass(waitMs);
          call(told);
        }
        if (circuit.state === 'CLOSED') return;
        pass(5000);
        for (const told of verdicts) {
          const underWay: Passage[] = [];
          while (circuit.openedAt !== null && circuit.mayEnter) underWay.push(circuit.enter());
          expect(underWay.length).toBeLessThanOrEqual(3);
          for (const passage of underWay) circuit.end(passage, told);
        }
      }),
    );
  });

  it('closes again whatever happened, once everything is answered', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        const { circuit, pass, call } = startCircuit();
        for (const { waitMs, verdict: told } of steps) {
          pass(waitMs);
          call(told);
        }
        pass(5000);
        for (let count = 0; count < 12; count += 1) call('ANSWERED');
        expect(circuit.state).toBe('CLOSED');
      }),
    );
  });

  it('never opens by what says nothing of the provider, nor by four failures', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { circuit, pass, call } = startCircuit();
        let failures = 0;
        for (const { waitMs, verdict: told } of steps) {
          pass(waitMs);
          if (told === 'FAILED') failures += 1;
          if (failures <= 4 || told !== 'FAILED') call(told);
          expect(circuit.state).toBe('CLOSED');
        }
      }),
    );
  });
});

describe('the end of a call', () => {
  it.each([
    ['PROVIDER_UNAVAILABLE', 'FAILED'],
    ['PROVIDER_TIMEOUT', 'FAILED'],
    ['PROVIDER_CONTRACT', 'FAILED'],
    ['PROVIDER_OUTCOME_UNKNOWN', 'FAILED'],
    ['PROVIDER_REJECTED', 'ANSWERED'],
    ['PROVIDER_AUTH', 'ANSWERED'],
    ['PROVIDER_RATE_LIMITED', 'UNTOLD'],
    ['DEADLINE_EXCEEDED', 'UNTOLD'],
  ] as const)('as %s is %s for the circuit', (code, expected) => {
    expect(verdictOf(new UpstreamError(code, 'QAPLA'))).toBe(expected);
  });

  it('by anything unforeseen says nothing', () => {
    expect([verdictOf(new TypeError('x')), verdictOf(null)]).toEqual(['UNTOLD', 'ANSWERED']);
  });
});
