import { existsSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { askProbe } from '../stores/probe-store.js';
import { keys } from './directory-keys.js';

/** Every key must be in its order, be found by a look-up as well, and carry the check sum of its value. */
const readAll = `
  const { crc32 } = require('node:zlib');
  const store = open({ path, encoding: 'string', compression: false, readOnly: true });
  let last = '';
  let count = 0;
  for (const { key, value } of store.getRange({})) {
    const end = value.indexOf(' ');
    const isWhole = value.slice(0, end) === crc32(key + value.slice(end + 1)).toString(36);
    if (!isWhole || !(key > last) || store.get(key) !== value) process.exit(2);
    last = key;
    count += 1;
  }
  if (count !== store.getStats().entryCount) process.exit(2);
  const format = store.get(${JSON.stringify(keys.format)});
  tell({ count, format: format === undefined ? null : JSON.parse(format.slice(format.indexOf(' ') + 1)) });
`;

/** The engine tells who uses a file by locks that end with their process. */
const listReaders = `
  const store = open({ path, encoding: 'string', compression: false, readOnly: true });
  store.readerCheck();
  const lines = store.readerList().split('\\n').map((line) => Number(line.trim().split(/\\s+/)[0]));
  tell(lines.filter((id) => id > 0 && id !== process.pid));
`;

const looks = 5;
const pauseMs = 200;

/** Whether a directory's file is whole and of a form; so is one that is not there, or that nobody has written to yet. */
export async function isUsableDirectory(path: string, format: string): Promise<boolean> {
  if (!existsSync(path) || statSync(path).size === 0) return true;
  const found = (await askProbe({ path, look: readAll })) as { count: number; format: string | null } | null;
  return found !== null && (found.count === 0 || found.format === format);
}

/** Whether another process uses a file all the time, and not just for a look like this one. */
export async function isHeldByOther(path: string): Promise<boolean> {
  let holders: readonly unknown[] | null = null;
  for (let look = 1; look <= looks; look += 1) {
    const readers = await askProbe({ path, look: listReaders });
    // What cannot even be opened is used by nobody.
    const others = Array.isArray(readers) ? readers.filter((id) => id !== process.pid) : [];
    holders = holders === null ? others : holders.filter((id) => others.includes(id));
    if (holders.length === 0) return false;
    await setTimeout(pauseMs);
  }
  return true;
}
