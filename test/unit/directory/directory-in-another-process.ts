import { once } from 'node:events';
import { openDirectoryStore } from '../../../src/directory/open-directory-store.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';
import { createLog } from '../../../src/observability/log.js';
import { listOrder, whole } from './entries.js';
import { secret } from './stores.js';

// Started by directory-processes.test.ts: holds a directory open, or takes orders in, and tells after each batch how many it was told of.
const [folder = '', format = '', orders = '0', batchSize = '1'] = process.argv.slice(2);
const store = await openDirectoryStore(folder, format, createLog('silent'));
const directory = new StoredDirectory({ store, secret });
process.send?.({ isReady: true });
await once(process, 'message');
for (let start = 0; start < Number(orders); start += Number(batchSize)) {
  const batch = Array.from({ length: Number(batchSize) }, (_, at) =>
    listOrder(whole(`${start + at}`, 'astrid@example.com')),
  );
  const changes = await directory.put('QUICKBUTIK', batch);
  process.send?.({ taken: start + batch.length, told: changes.length });
}
process.send?.({ isDone: true });
await once(process, 'message');
await store.close();
process.disconnect();
