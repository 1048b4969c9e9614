import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginNextGeneration, generationFile, newestGeneration } from '../../../src/directory/generations.js';
import { makeFolder } from './stores.js';

describe('the directories of a data folder', () => {
  it('are one to begin with, also where the folder is not there yet', () => {
    using folder = makeFolder();
    const data = join(folder.path, 'data');
    expect(newestGeneration(data)).toBe(1);
    expect(generationFile(data, 1)).toBe(join(data, 'directory', 'directory.mdb'));
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('are begun by one of the processes that leave the same one, and counted past nine', () => {
    using folder = makeFolder();
    for (let old = 1; old <= 10; old += 1) {
      expect(beginNextGeneration(folder.path, old)).toBe(true);
      expect(beginNextGeneration(folder.path, old)).toBe(false);
      expect(newestGeneration(folder.path)).toBe(old + 1);
    }
    expect(readdirSync(folder.path).sort()).toEqual(['directory-10', 'directory-11', 'directory-9']);
  });

  it('that are gone do not come into use again when a process is late', () => {
    using folder = makeFolder();
    for (const old of [1, 2, 3, 4]) beginNextGeneration(folder.path, old);
    beginNextGeneration(folder.path, 1);
    expect(newestGeneration(folder.path)).toBe(5);
  });
});
