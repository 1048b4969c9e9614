import { existsSync } from 'node:fs';
import { canProbe } from '../stores/probe-store.js';

const readAll = `
  const store = open({ path, encoding: 'json', compression: false, readOnly: true });
  for (const { value } of store.getRange({})) if (typeof value !== 'object') process.exit(2);
`;

/** Whether a store's file can be opened and read from end to end. */
export function isReadableStore(path: string): boolean {
  return !existsSync(path) || canProbe({ path, look: readAll });
}
