import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from './secret.js';

/**
 * The key of the opaque customer ids: the configured one, else one that is made once and kept in the data folder, readable by
 * its owner alone.
 */
export function loadIdSecret(configured: Secret | null, dataDir: string): Secret {
  if (configured !== null) return configured;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'id-secret');
  try {
    // `wx` lets one of several starting processes make it; the others read what that one wrote.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return new Secret(readFileSync(path, 'utf8').trim());
}
