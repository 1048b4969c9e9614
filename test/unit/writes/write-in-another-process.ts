import { once } from 'node:events';
import { LmdbLedger } from '../../../src/ledger/lmdb-ledger.js';
import { createLog } from '../../../src/observability/log.js';
import { Writes } from '../../../src/writes/writes.js';

// Started by writes.test.ts: runs the same write as the test does, tells when it is under way, and ends it when told to.
const folder = process.argv[2] ?? '';
const writes = new Writes({ ledger: new LmdbLedger(folder, 60_000), log: createLog('silent'), maxDurationMs: 10_000 });
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
process.disconnect();
