import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { GatewayConfig } from '../config/load-config.js';
import { type Check, checkOf } from './check.js';

const common = { id: 'disk', title: 'Disk' };
/** Ten thousand orders take some twenty megabytes (docs/directory.md); a full disk loses writes. */
const leastFreeMb = 512;
const shortestSecret = 16;

/** Whether the data folder can be written to and has room. A folder that is not there yet is not made. */
export async function checkDisk({
  dataDir,
  redisUrl,
  idSecret,
}: Pick<GatewayConfig, 'dataDir' | 'redisUrl' | 'idSecret'>): Promise<Check> {
  if (redisUrl !== null && idSecret !== null)
    return { ...common, state: 'OFF', found: 'Not used: everything is kept in Redis.', todo: [] };
  const folder = resolve(dataDir);
  try {
    const existing = await nearestExisting(folder);
    const isThere = existing === folder;
    await (isThere ? tryWriting(folder) : access(existing, constants.W_OK));
    const { bavail, bsize } = await statfs(existing);
    const freeMb = Math.floor((bavail * bsize) / 1e6);
    const todo = [
      ...(freeMb < leastFreeMb ? [`Make room: less than ${leastFreeMb} MB are free where DATA_DIR is.`] : []),
      ...(isThere ? await lookAtIdSecret(folder, idSecret === null) : []),
    ];
    const place = isThere ? 'DATA_DIR can be written to' : 'DATA_DIR is not there yet and can be made';
    return checkOf({ ...common, found: `${place}; ${words(freeMb)} free.`, todo, facts: { freeMb } });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return checkOf({
      ...common,
      found: `DATA_DIR cannot be written to${typeof code === 'string' ? ` (${code})` : ''}.`,
      todo: ['Let the user who runs the gateway write to DATA_DIR, or set DATA_DIR to another folder.'],
    });
  }
}

async function nearestExisting(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    const parent = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) throw error;
    return nearestExisting(parent);
  }
}

async function tryWriting(folder: string): Promise<void> {
  const path = join(folder, `doctor-${randomUUID()}`);
  try {
    await writeFile(path, 'here', { flag: 'wx', mode: 0o600 });
  } finally {
    await rm(path, { force: true });
  }
}

/** A key that is cut off stops the start; it is better known before. */
async function lookAtIdSecret(folder: string, isNeeded: boolean): Promise<readonly string[]> {
  if (!isNeeded) return [];
  try {
    const kept = (await readFile(join(folder, 'id-secret'), 'utf8')).trim();
    return kept.length < shortestSecret
      ? [
          'The file id-secret in DATA_DIR is cut off: restore it from a backup, or remove it and lose the customer ids given out.',
        ]
      : [];
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? []
      : ['Let the user who runs the gateway read the file id-secret in DATA_DIR.'];
  }
}

function words(mb: number): string {
  return mb < 10_000 ? `${mb} MB` : `${Math.floor(mb / 1000)} GB`;
}
