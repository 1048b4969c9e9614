import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { Circuit, type Verdict } from '../../../src/http/circuit/circuit.js';
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
      if (circuit.waitMs !== null) return false;
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

  it('lets one call through after a second, and no second one beside it', () => {
    const { circuit, pass } = startOpen();
    expect(circuit.waitMs).toBe(1000);
    pass(1000);
    expect([circuit.state, circuit.waitMs]).toEqual(['HALF_OPEN', null]);
    const probe = circuit.enter();
    expect(circuit.waitMs).toBe(1000);
    circuit.end(probe, 'UNTOLD');
    expect(circuit.waitMs).toBeNull();
  });

  it('closes after three answered probes, and not before', () => {
    const { circuit, pass, call } = startOpen();
    pass(1000);
    call('ANSWERED');
    call('ANSWERED');
    expect(circuit.state).toBe('HALF_OPEN');
    call('ANSWERED');
    expect(circuit.state).toBe('CLOSED');
  });

  it('rests twice as long after each failed probe, five seconds at the most', () => {
    const { circuit, pass, call } = startOpen();
    const waits: (number | null)[] = [];
    for (let count = 0; count < 6; count += 1) {
      waits.push(circuit.waitMs);
      pass(circuit.waitMs ?? 0);
      call('FAILED');
    }
    expect(waits).toEqual([1000, 2000, 4000, 5000, 5000, 5000]);
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
    expect(circuit.state).toBe('HALF_OPEN');
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
    expect(circuit.waitMs).toBe(2000);
  });

  const verdict = fc.constantFrom<Verdict>('ANSWERED', 'FAILED', 'UNTOLD');
  const step = fc.record({ waitMs: fc.integer({ min: 0, max: 15_000 }), verdict, isMisread: fc.boolean() });

  it('never holds calls back for longer than five seconds, nor lets two probes through at once, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { circuit, pass } = startCircuit();
        for (const { waitMs, verdict: told, isMisread } of steps) {
          pass(waitMs);
          expect(circuit.waitMs ?? 0).toBeLessThanOrEqual(5000);
          if (circuit.waitMs !== null) continue;
          const passage = circuit.enter();
          if (passage.isProbe) expect(circuit.waitMs).not.toBeNull();
          circuit.end(passage, told);
          if (told === 'ANSWERED' && isMisread) circuit.misread(passage);
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
        for (let count = 0; count < 3; count += 1) call('ANSWERED');
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
