import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginSandboxPlace } from '../../../src/stores/sandbox-place.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-sandbox-place-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the folder of a sandbox', () => {
  it('is begun empty, without those of processes that no longer live', () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const own = `sandbox-${process.pid}`;
    const others = [`sandbox-${process.ppid}`, 'sandbox-of-mine', 'directory'];
    for (const name of [`sandbox-${dead}`, own, ...others])
      mkdirSync(join(dataDir, name, 'ledger'), { recursive: true });
    expect(beginSandboxPlace(dataDir).name).toBe(own);
    expect(readdirSync(dataDir).toSorted()).toEqual(others.toSorted());
  });

  it('is removed when it is forgotten, and nothing else is', () => {
    const place = beginSandboxPlace(dataDir);
    for (const name of [place.name, 'directory']) mkdirSync(join(dataDir, name));
    place.forget();
    place.forget();
    expect(readdirSync(dataDir)).toEqual(['directory']);
  });

  it('needs no data folder to begin', () => {
    const missing = join(dataDir, 'missing');
    beginSandboxPlace(missing).forget();
    expect(existsSync(missing)).toBe(false);
  });
});
