import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

const folder = join(packageRoot, 'test/client/types');
const mark = /^ *\/\/ @ts-expect-error.*\n/gm;

let temporary: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'commercegraph-types-'));
  writeFileSync(join(temporary, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(packageRoot, 'node_modules'), join(temporary, 'node_modules'));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The lines that the compiler refuses by the project's own settings. */
function refusedLines(file: string): string[] {
  const settings = join(temporary, 'tsconfig.json');
  writeFileSync(settings, JSON.stringify({ extends: join(packageRoot, 'tsconfig.json'), include: [], files: [file] }));
  try {
    execFileSync(join(packageRoot, 'node_modules/.bin/tsc'), ['-p', settings], { encoding: 'utf8', stdio: 'pipe' });
    return [];
  } catch (error) {
    const lines = (error as { stdout: string }).stdout.match(/^.*\(\d+(?=,\d+\): error TS)/gm);
    return [...new Set(lines ?? ['the compiler failed'])];
  }
}

describe.each(readdirSync(folder))('%s', { timeout: 60_000 }, (name) => {
  const text = readFileSync(join(folder, name), 'utf8');

  it('compiles: each line that is marked as wrong is refused, and no other', () => {
    expect(refusedLines(join(folder, name))).toEqual([]);
  });

  it('does not compile without the marks', () => {
    const bare = text.replaceAll(mark, '').replaceAll("'../../../", `'${packageRoot}/`);
    const planted = join(temporary, name);
    writeFileSync(planted, bare);
    expect(refusedLines(planted)).toHaveLength(text.match(mark)?.length ?? 0);
  });
});
