import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

const textOf = (page: string) => readFileSync(join(packageRoot, page), 'utf8');
const isThere = (path: string) => existsSync(join(packageRoot, path));

const folders = ['src', 'sandbox', 'schema', 'operations', 'scripts', 'test', 'docs'];
const files = [
  ...readdirSync(packageRoot),
  ...folders.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
];

/** Files that a page names between backticks, by path or by the end of it. */
function pathsNamed(page: string): string[] {
  const quoted = [...textOf(page).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
  return [...new Set(quoted)].filter((text) => /^\.?[\w-]+(?:\/[\w.-]+)*\.(?:ts|md|yml|json|graphql)$/.test(text));
}

describe.each(pages)('%s', (page) => {
  it('links to pages and folders that are there', () => {
    const targets = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    const lost = targets.filter((target) => !isThere(join(dirname(page), target)));
    expect(lost).toEqual([]);
  });

  it('names files that are there', () => {
    const lost = pathsNamed(page)
      .filter((path) => !path.includes('acme'))
      .filter((path) => !files.some((file) => file === path || file.endsWith(`/${path}`)));
    expect(lost).toEqual([]);
  });
});

describe('docs/adr', () => {
  const records = pages.filter((page) => page.startsWith('docs/adr/')).map((page) => page.slice('docs/adr/'.length));

  it('numbers its records without a gap', () => {
    const numbers = records.map((file) => Number(file.slice(0, 4)));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(records)('says in %s what was weighed, what was decided, and what it costs', (file) => {
    const text = textOf(join('docs/adr', file));
    expect(text).toMatch(new RegExp(`^# ${file.slice(0, 4)} .{10,}$`, 'm'));
    expect(['Weighed', 'Decided', 'What it costs'].filter((part) => !text.includes(`**${part}.**`))).toEqual([]);
  });
});
