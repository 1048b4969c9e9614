import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { LmdbLedger } from '../../../src/ledger/lmdb-ledger.js';
import { type LedgerEntry, LedgerUnavailableError, type WriteLedger } from '../../../src/ledger/write-ledger.js';
import { createLog } from '../../../src/observability/log.js';
import { type WriteRequest, Writes } from '../../../src/writes/writes.js';

const weekMs = 7 * 24 * 60 * 60 * 1000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commercegraph-writes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One process's writes; several over one folder stand for several processes of one machine. */
function start(maxDurationMs = 10_000): Writes & AsyncDisposable {
  const writes = new Writes({ ledger: new LmdbLedger(folder, weekMs), log: createLog('silent'), maxDurationMs });
  return Object.assign(writes, { [Symbol.asyncDispose]: () => writes.close() });
}

interface Outcome {
  readonly id: string;
}

function request(
  send: WriteRequest<Outcome>['send'],
  more: Partial<WriteRequest<Outcome>> = {},
): WriteRequest<Outcome> {
  return {
    mutation: 'createThing',
    provider: 'QPILOT',
    idempotencyKey: 'key-1',
    input: { name: 'one' },
    reference: 'thing one',
    send,
    readBack: null,
    ...more,
  };
}

const unknown = () => Promise.reject(new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT'));
const refuse = (): Promise<never> => Promise.reject(new Error('must not be sent'));
const outcomeUnknown = { code: 'PROVIDER_OUTCOME_UNKNOWN', reference: 'thing one' };

/** A process of its own that has claimed the key and answers when told to. */
function runInAnotherProcess() {
  const script = join(import.meta.dirname, 'write-in-another-process.ts');
  const child = fork(script, [folder], { execArgv: ['--import', 'tsx'] });
  return {
    isRunning: once(child, 'message'),
    finish: () => child.send('finish'),
    kill: () => child.kill('SIGKILL'),
  };
}

describe('a write with an idempotency key', () => {
  it('is sent once and gives the recorded outcome again', async () => {
    await using writes = start();
    expect(
      await writes.run(
        'a',
        request(async () => ({ id: '1' })),
      ),
    ).toEqual({ id: '1' });
    expect(await writes.run('a', request(refuse))).toEqual({ id: '1' });
  });

  it('is another write for another caller and for another mutation', async () => {
    await using writes = start();
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
    await using writes = start();
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
    await using writes = start();
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
    await using writes = start();
    const other = runInAnotherProcess();
    await other.isRunning;
    const waiting = writes.run('a', request(refuse));
    await expect(Promise.race([waiting, sleep(300, 'still waiting')])).resolves.toBe('still waiting');
    other.kill();
    await expect(waiting).rejects.toMatchObject(outcomeUnknown);
  });

  it('gets the outcome of the process that ran it', async () => {
    await using writes = start();
    const other = runInAnotherProcess();
    await other.isRunning;
    const waiting = writes.run('a', request(refuse));
    other.finish();
    expect(await waiting).toEqual({ id: 'from the other process' });
    other.kill();
  });

  it('frees its key when nothing was done', async () => {
    await using writes = start();
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
    await using writes = start();
    await expect(writes.run('a', request(unknown))).rejects.toMatchObject(outcomeUnknown);
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject(outcomeUnknown);
  });

  it('is settled by reading back, at once or when asked again', async () => {
    await using writes = start();
    const readBack = async () => ({ id: 'found' });
    expect(await writes.run('a', request(unknown, { readBack }))).toEqual({ id: 'found' });
    expect(await writes.run('a', request(refuse))).toEqual({ id: 'found' });
    await expect(writes.run('a', request(unknown, { idempotencyKey: 'key-2' }))).rejects.toMatchObject(outcomeUnknown);
    expect(await writes.run('a', request(refuse, { idempotencyKey: 'key-2', readBack }))).toEqual({ id: 'found' });
  });

  it('stays unknown when reading back fails or finds nothing', async () => {
    await using writes = start();
    await expect(writes.run('a', request(unknown, { readBack: async () => null }))).rejects.toMatchObject(
      outcomeUnknown,
    );
    const fails = () => Promise.reject(new Error('down'));
    await expect(writes.run('a', request(refuse, { readBack: fails }))).rejects.toMatchObject(outcomeUnknown);
  });

  it('is remembered after a restart', async () => {
    {
      await using writes = start();
      await writes.run(
        'a',
        request(async () => ({ id: '1' })),
      );
    }
    await using later = start();
    expect(await later.run('a', request(refuse))).toEqual({ id: '1' });
  });

  it('ends waiting for one that never ends, without sending', async () => {
    await using writes = start(200);
    const never = writes.run(
      'a',
      request(() => new Promise(() => {})),
    );
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject(outcomeUnknown);
    void never.catch(() => {});
  });
});

describe('a write without a key', () => {
  it('is sent each time', async () => {
    await using writes = start();
    let sent = 0;
    const send = async () => ({ id: String((sent += 1)) });
    await writes.run('a', request(send, { idempotencyKey: null }));
    expect(await writes.run('a', request(send, { idempotencyKey: null }))).toEqual({ id: '2' });
  });

  it('is not sent again when its outcome is unknown', async () => {
    await using writes = start();
    let sent = 0;
    const send = () => {
      sent += 1;
      return unknown();
    };
    await expect(writes.run('a', request(send, { idempotencyKey: null }))).rejects.toMatchObject(outcomeUnknown);
    expect(sent).toBe(1);
  });
});

describe('a ledger that cannot be read', () => {
  it('refuses keyed writes, sends unkeyed ones, and is not rebuilt', async () => {
    writeFileSync(join(folder, 'ledger.mdb'), 'this is no ledger '.repeat(1000));
    await using writes = start();
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(
      await writes.run(
        'a',
        request(async () => ({ id: '1' }), { idempotencyKey: null }),
      ),
    ).toEqual({ id: '1' });
  });
});

describe('a ledger that fails in the middle', () => {
  function failingLedger(failOn: 'replace' | 'release'): WriteLedger {
    const entries = new Map<string, LedgerEntry>();
    const fails = () => Promise.reject(new LedgerUnavailableError('planted'));
    return {
      read: async (key) => entries.get(key) ?? null,
      claim: async (key, entry) => {
        if (entries.has(key)) return false;
        entries.set(key, entry);
        return true;
      },
      replace: failOn === 'replace' ? fails : async () => true,
      release: failOn === 'release' ? fails : async () => {},
      forgetOutcomes: async () => 0,
      close: async () => {},
    };
  }
  const writesOver = (ledger: WriteLedger) => new Writes({ ledger, log: createLog('silent'), maxDurationMs: 1000 });

  it.each([
    ['done', async () => ({ id: '1' })],
    ['unknown', unknown],
  ])('never says that nothing was sent of a write that was %s', async (_, send) => {
    const answer = writesOver(failingLedger('replace')).run('a', request(send));
    await expect(answer).rejects.toMatchObject(outcomeUnknown);
  });

  it('tells the reason why nothing was done, and keeps the key when it cannot give it back', async () => {
    const down = () => Promise.reject(new UpstreamError('PROVIDER_RATE_LIMITED', 'QPILOT'));
    const answer = writesOver(failingLedger('release')).run('a', request(down));
    await expect(answer).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
  });
});

describe('keys', () => {
  it.each(['', ' ', ' a', 'a ', 'a\nb', 'x'.repeat(256)])(
    'like %j are refused, since they could be taken for others',
    async (idempotencyKey) => {
      await using writes = start();
      await expect(writes.run('a', request(refuse, { idempotencyKey }))).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    },
  );

  it('asked for at the same time share one refusal', async () => {
    await using writes = start();
    let sent = 0;
    const down = () => {
      sent += 1;
      return Promise.reject(new UpstreamError('PROVIDER_AUTH', 'QPILOT'));
    };
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => writes.run('a', request(down))));
    expect(sent).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  it('that expired do not take those with them that are claimed anew while they are dropped', async () => {
    const short = new LmdbLedger(folder, 1);
    const entry = (name: string): LedgerEntry => ({ state: 'UNSETTLED', fingerprint: name, claimedAt: Date.now() });
    for (let index = 0; index < 300; index += 1) await short.claim(`k${index}`, entry('old'));
    await short.close();
    const running = new LmdbLedger(folder, weekMs);
    const claims = Promise.all(Array.from({ length: 300 }, (_, index) => running.claim(`k${index}`, entry('new'))));
    const starting = new LmdbLedger(folder, weekMs);
    await claims;
    await starting.close();
    const kept = await Promise.all(Array.from({ length: 300 }, (_, index) => running.read(`k${index}`)));
    expect(kept.filter((found) => found?.fingerprint !== 'new')).toEqual([]);
    await running.close();
  });
});
