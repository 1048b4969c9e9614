import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors/upstream-error.js';
import type { LedgerEntry, WriteLedger } from '../../src/ledger/write-ledger.js';
import { createLog } from '../../src/observability/log.js';
import { Writes } from '../../src/writes/writes.js';
import { type Outcome, outcomeUnknown, refuse, request, unknown } from './write-requests.js';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** A kind of ledger, as the tests open it. */
export interface LedgerKind {
  /** What writes are to share; each call gives the ledger as one more process has it. */
  readonly open: (ttlMs: number) => Promise<WriteLedger> | WriteLedger;
  /** The arguments with which a process of its own opens the same one: see write-in-another-process.ts. */
  readonly address: () => string;
}

/** What every ledger has to hold to. */
export function describeLedger(name: string, { open, address }: LedgerKind): void {
  /** One process's writes; several over one ledger stand for several processes. */
  const start = async (maxDurationMs = 10_000): Promise<Writes & AsyncDisposable> => {
    const writes = new Writes({ ledger: await open(weekMs), log: createLog('silent'), maxDurationMs });
    return Object.assign(writes, { [Symbol.asyncDispose]: () => writes.close() });
  };

  /** A process of its own that has claimed the key and answers when told to. */
  function runInAnotherProcess() {
    const script = join(import.meta.dirname, 'write-in-another-process.ts');
    const child = fork(script, [address()], { execArgv: ['--import', 'tsx'] });
    return {
      isRunning: once(child, 'message'),
      finish: () => child.send('finish'),
      kill: () => child.kill('SIGKILL'),
    };
  }

  describe(`with ${name}, a write with an idempotency key`, () => {
    it('is sent once and gives the recorded outcome again', async () => {
      await using writes = await start();
      expect(
        await writes.run(
          'a',
          request(async () => ({ id: '1' })),
        ),
      ).toEqual({ id: '1' });
      expect(await writes.run('a', request(refuse))).toEqual({ id: '1' });
    });

    it('is another write for another caller and for another mutation', async () => {
      await using writes = await start();
      await writes.run(
        'a',
        request(async () => ({ id: '1' })),
      );
      expect(
        await writes.run(
          'b',
          request(async () => ({ id: '2' })),
        ),
      ).toEqual({ id: '2' });
      expect(
        await writes.run(
          'a',
          request(async () => ({ id: '3' }), { mutation: 'createOther' }),
        ),
      ).toEqual({ id: '3' });
    });

    it('is refused with another input, whatever the order of its fields', async () => {
      await using writes = await start();
      await writes.run(
        'a',
        request(async () => ({ id: '1' }), { input: { one: 1, two: 2 } }),
      );
      expect(await writes.run('a', request(refuse, { input: { two: 2, one: 1 } }))).toEqual({ id: '1' });
      await expect(writes.run('a', request(refuse, { input: { one: 1, two: 3 } }))).rejects.toMatchObject({
        code: 'IDEMPOTENCY_CONFLICT',
      });
    });

    it('is sent once by fifty requests side by side', async () => {
      await using writes = await start();
      let sent = 0;
      const open: (() => void)[] = [];
      const send = () =>
        new Promise<Outcome>((resolve) => {
          sent += 1;
          open.push(() => resolve({ id: String(sent) }));
        });
      const answers = Promise.all(Array.from({ length: 50 }, () => writes.run('a', request(send))));
      await expect.poll(() => open.length).toBe(1);
      open[0]?.();
      expect(new Set((await answers).map(({ id }) => id))).toEqual(new Set(['1']));
      expect(sent).toBe(1);
    });

    it('is waited for when another process runs it, and left unsettled when that process is killed', async () => {
      await using writes = await start();
      const other = runInAnotherProcess();
      await other.isRunning;
      const waiting = writes.run('a', request(refuse));
      await expect(Promise.race([waiting, sleep(300, 'still waiting')])).resolves.toBe('still waiting');
      other.kill();
      await expect(waiting).rejects.toMatchObject(outcomeUnknown);
    });

    it('gets the outcome of the process that ran it', async () => {
      await using writes = await start();
      const other = runInAnotherProcess();
      await other.isRunning;
      const waiting = writes.run('a', request(refuse));
      other.finish();
      expect(await waiting).toEqual({ id: 'from the other process' });
      other.kill();
    });

    it('frees its key when nothing was done', async () => {
      await using writes = await start();
      const down = () => Promise.reject(new UpstreamError('PROVIDER_UNAVAILABLE', 'QPILOT'));
      await expect(writes.run('a', request(down))).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
      expect(
        await writes.run(
          'a',
          request(async () => ({ id: '1' })),
        ),
      ).toEqual({ id: '1' });
    });

    it('is never sent again when its outcome is unknown', async () => {
      await using writes = await start();
      await expect(writes.run('a', request(unknown))).rejects.toMatchObject(outcomeUnknown);
      await expect(writes.run('a', request(refuse))).rejects.toMatchObject(outcomeUnknown);
    });

    it('is settled by reading back, at once or when asked again', async () => {
      await using writes = await start();
      const readBack = async () => ({ id: 'found' });
      expect(await writes.run('a', request(unknown, { readBack }))).toEqual({ id: 'found' });
      expect(await writes.run('a', request(refuse))).toEqual({ id: 'found' });
      await expect(writes.run('a', request(unknown, { idempotencyKey: 'key-2' }))).rejects.toMatchObject(
        outcomeUnknown,
      );
      expect(await writes.run('a', request(refuse, { idempotencyKey: 'key-2', readBack }))).toEqual({ id: 'found' });
    });

    it('stays unknown when reading back fails or finds nothing', async () => {
      await using writes = await start();
      await expect(writes.run('a', request(unknown, { readBack: async () => null }))).rejects.toMatchObject(
        outcomeUnknown,
      );
      const fails = () => Promise.reject(new Error('down'));
      await expect(writes.run('a', request(refuse, { readBack: fails }))).rejects.toMatchObject(outcomeUnknown);
    });

    it('is remembered after a restart', async () => {
      {
        await using writes = await start();
        await writes.run(
          'a',
          request(async () => ({ id: '1' })),
        );
      }
      await using later = await start();
      expect(await later.run('a', request(refuse))).toEqual({ id: '1' });
    });

    it('ends waiting for one that never ends, without sending', async () => {
      await using writes = await start(200);
      const never = writes.run(
        'a',
        request(() => new Promise(() => {})),
      );
      await expect(writes.run('a', request(refuse))).rejects.toMatchObject(outcomeUnknown);
      void never.catch(() => {});
    });
  });

  describe(`with ${name}, a write without a key`, () => {
    it('is sent each time', async () => {
      await using writes = await start();
      let sent = 0;
      const send = async () => ({ id: String((sent += 1)) });
      await writes.run('a', request(send, { idempotencyKey: null }));
      expect(await writes.run('a', request(send, { idempotencyKey: null }))).toEqual({ id: '2' });
    });

    it('is not sent again when its outcome is unknown', async () => {
      await using writes = await start();
      let sent = 0;
      const send = () => {
        sent += 1;
        return unknown();
      };
      await expect(writes.run('a', request(send, { idempotencyKey: null }))).rejects.toMatchObject(outcomeUnknown);
      expect(sent).toBe(1);
    });
  });

  describe(`with ${name}, keys`, () => {
    it.each(['', ' ', ' a', 'a ', 'a\nb', 'x'.repeat(256)])(
      'like %j are refused, since they could be taken for others',
      async (idempotencyKey) => {
        await using writes = await start();
        await expect(writes.run('a', request(refuse, { idempotencyKey }))).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
        });
      },
    );

    it('asked for at the same time share one refusal', async () => {
      await using writes = await start();
      let sent = 0;
      const down = () => {
        sent += 1;
        return Promise.reject(new UpstreamError('PROVIDER_AUTH', 'QPILOT'));
      };
      const answers = await Promise.allSettled(Array.from({ length: 50 }, () => writes.run('a', request(down))));
      expect(sent).toBe(1);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['rejected']));
    });
  });

  describe(`with ${name}, an entry`, () => {
    const at = Date.now();
    const running = (attemptId: string): LedgerEntry => ({
      state: 'RUNNING',
      fingerprint: 'f',
      claimedAt: at,
      owner: { processId: process.pid, startId: 's', attemptId, leaseEndsAt: at + 60_000 },
    });
    const settled: LedgerEntry = { state: 'UNSETTLED', fingerprint: 'f', claimedAt: at };

    it('is claimed by one of many', async () => {
      const [one, other] = [await open(weekMs), await open(weekMs)];
      const claims = Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? one : other).claim('k', running(`${index}`)),
      );
      const taken = await Promise.all(claims);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await one.read('k')).toEqual(running(`${taken.indexOf(true)}`));
      for (const ledger of [one, other]) await ledger.close();
    });

    it('is replaced and released only by who knows it, whatever the order of its fields', async () => {
      const ledger = await open(weekMs);
      await ledger.claim('k', running('one'));
      expect(await ledger.replace('k', running('two'), settled)).toBe(false);
      await ledger.release('k', running('two'));
      expect(await ledger.read('k')).toEqual(running('one'));
      const turned = Object.fromEntries(Object.entries(running('one')).reverse()) as unknown as LedgerEntry;
      expect(await ledger.replace('k', turned, settled)).toBe(true);
      await ledger.release('k', settled);
      expect(await ledger.read('k')).toBeNull();
      await ledger.close();
    });

    it('holds any payload as it was given', async () => {
      const ledger = await open(weekMs);
      const payload = { b: [1.5, null, { z: 'Å, "quoted" \u2028', a: true }], a: -0.25, '10': 1, '9': 2 };
      const done: LedgerEntry = { state: 'DONE', fingerprint: 'f', claimedAt: at, payload };
      await ledger.claim('k', running('one'));
      expect(await ledger.replace('k', running('one'), done)).toBe(true);
      const read = await ledger.read('k');
      expect(read).toEqual(done);
      expect(await ledger.replace('k', read ?? done, settled)).toBe(true);
      await ledger.close();
    });

    it('is gone after its time, counted from the end of the lease while it runs', async () => {
      const ledger = await open(150);
      await ledger.claim('settled', { ...settled, claimedAt: Date.now() });
      await ledger.claim('running', running('one'));
      await ledger.claim('replaced', running('two'));
      await ledger.replace('replaced', running('two'), { ...settled, claimedAt: Date.now() });
      for (const key of ['settled', 'replaced']) await expect.poll(() => ledger.read(key)).toBeNull();
      expect(await ledger.read('running')).not.toBeNull();
      expect(await ledger.claim('settled', settled)).toBe(true);
      await ledger.close();
    });

    it('of a person loses its outcome and stays', async () => {
      const ledger = await open(weekMs);
      for (let index = 0; index < 1200; index += 1)
        await ledger.claim(`k${index}`, { state: 'DONE', fingerprint: 'f', claimedAt: at, payload: { index } });
      await ledger.claim('running', running('one'));
      const forgotten = await ledger.forgetOutcomes((payload) => (payload as { index: number }).index % 2 === 0);
      expect(forgotten).toBe(600);
      expect(await ledger.read('k0')).toEqual({ state: 'FORGOTTEN', fingerprint: 'f', claimedAt: at });
      expect(await ledger.read('k1')).toMatchObject({ state: 'DONE', payload: { index: 1 } });
      expect(await ledger.claim('k0', settled)).toBe(false);
      await ledger.close();
    });
  });
}
