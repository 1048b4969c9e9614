import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadIdSecret } from '../../../src/config/id-secret.js';
import { Secret } from '../../../src/config/secret.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cg-ids-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is the configured one, and then nothing is written', () => {
  const configured = new Secret('test-secret-for-ids');
  expect(loadIdSecret(configured, join(folder, 'data'))).toBe(configured);
  expect(readdirSync(folder)).toEqual([]);
});

it('is made once, is long, and stays the same', () => {
  const dataDir = join(folder, 'deep', 'data');
  const made = loadIdSecret(null, dataDir).reveal();
  expect(made.length).toBeGreaterThanOrEqual(43);
  expect(loadIdSecret(null, dataDir).reveal()).toBe(made);
  expect(loadIdSecret(null, join(folder, 'other')).reveal()).not.toBe(made);
});

it('can be read by its owner alone, and leaves nothing else behind', () => {
  loadIdSecret(null, folder);
  expect(readdirSync(folder)).toEqual(['id-secret']);
  expect(statSync(join(folder, 'id-secret')).mode & 0o777).toBe(0o600);
});

it.each(['', '\n', 'short'])('is refused where the kept one is cut off: %j', (text) => {
  writeFileSync(join(folder, 'id-secret'), text);
  expect(() => loadIdSecret(null, folder)).toThrow(/id-secret/);
});
