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

/** Paths of the project that a page names between backticks, from its root or from src/. */
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
    const folders = [
      '',
      'src',
      'src/datasources/qapla',
      'src/datasources/_shared',
      'src/joins',
      'schema',
      dirname(page),
    ];
    const lost = pathsNamed(page)
      .filter((path) => !path.includes('acme'))
      .filter((path) => !folders.some((folder) => isThere(join(folder, path))));
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
