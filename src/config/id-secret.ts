import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from './secret.js';

/** Shorter than any that was made here: such a text is what a full disk or a crash left. */
const shortestSecret = 16;

/**
 * The key of the opaque customer ids: the configured one, else one that is made once and kept in the data folder, readable by
 * its owner alone.
 *
 * @throws Error when the kept one is cut off; ids made under another key could not be read again.
 */
export function loadIdSecret(configured: Secret | null, dataDir: string): Secret {
  if (configured !== null) return configured;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'id-secret');
  keepNewSecret(path);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < shortestSecret) throw new Error(`${path} is cut off; restore it, or remove it to have a new one`);
  return new Secret(secret);
}

/** Linked into place when it is whole: of several starting processes one makes it, and the others read all of it. */
function keepNewSecret(path: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
