import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

const page = readFileSync(join(packageRoot, 'docs/security.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!threat)[A-Z]/.test(line));

/** The tests that a row names: files between backticks, each followed by titles of its tests. */
function testsIn(row: string): { file: string; title: string }[] {
  const shownBy = row.split(' | ').at(-1) ?? '';
  return [...shownBy.matchAll(/`(test\/[^`]+)`((?:(?!`test\/).)*)/g)].flatMap(([, file = '', named = '']) =>
    [...named.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  );
}

describe('docs/security.md', () => {
  it('names a test for every threat', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
  });

  it('names tests that are there, by file and title', () => {
    const lost = rows.flatMap(testsIn).filter(({ file, title }) => {
      const path = join(packageRoot, file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(`'${title}'`);
    });
    expect(lost).toEqual([]);
  });
});
