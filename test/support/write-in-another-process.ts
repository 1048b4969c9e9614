import { once } from 'node:events';
import { Secret } from '../../src/config/secret.js';
import { LmdbLedger } from '../../src/ledger/lmdb-ledger.js';
import { RedisLedger } from '../../src/ledger/redis-ledger.js';
import { createLog } from '../../src/observability/log.js';
import { RedisConnection } from '../../src/redis/connect.js';
import { Writes } from '../../src/writes/writes.js';

const ttlMs = 60_000;

// Started by writes-contract.ts: runs the same write as the test does, tells when it is under way, and ends it when told to.
const address = process.argv[2] ?? '';
const log = createLog('silent');
const connection = address.startsWith('redis://')
  ? new RedisConnection({ url: new Secret(address), scope: 'test', log })
  : null;
await connection?.waitUntilReady(5000);
const ledger = connection === null ? new LmdbLedger(address, ttlMs) : new RedisLedger(connection, ttlMs);
const writes = new Writes({ ledger, log, maxDurationMs: 10_000 });
await writes.run('a', {
  mutation: 'createThing',
  provider: 'QPILOT',
  idempotencyKey: 'key-1',
  input: { name: 'one' },
  reference: 'thing one',
  readBack: null,
  send: async () => {
    process.send?.('running');
    await once(process, 'message');
    return { id: 'from the other process' };
  },
});
await writes.close();
await connection?.close();
process.disconnect();
