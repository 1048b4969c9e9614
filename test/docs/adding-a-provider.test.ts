import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providerKeys } from '../../src/datasources/providers.js';
import { packageRoot } from '../../src/package-root.js';

const recipe = readFileSync(join(packageRoot, 'docs/adding-a-provider.md'), 'utf8');
const quoted = [...recipe.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
const paths = [...new Set(quoted.filter((text) => /^[\w.-]+(?:\/[\w.-]+)+\/?$|^[\w-]+\.yml$/.test(text)))];

/** The files that the recipe asks of every provider, named for Acme: the rows of its table. */
const files = [...recipe.matchAll(/^\| `(src\/datasources\/acme\/[^`]+)` \|/gm)].map(([, path = '']) => path);

describe('docs/adding-a-provider.md', () => {
  it('names the files of a folder', () => {
    expect(files).toContain('src/datasources/acme/index.ts');
    expect(files.length).toBeGreaterThanOrEqual(7);
  });

  it.each(paths.filter((path) => !path.includes('acme')))('names %s, which is there', (path) => {
    expect(existsSync(join(packageRoot, path))).toBe(true);
  });

  it.each(providerKeys.flatMap((key) => files.map((path) => path.replaceAll('acme', key))))(
    'describes the folders as they are: %s is there',
    (path) => {
      expect(existsSync(join(packageRoot, path))).toBe(true);
    },
  );

  it('names every place of the code that lists the providers by name', () => {
    const listing = ['src/domain/provider.ts', 'schema/common/provider.graphql'];
    expect(paths).toEqual(expect.arrayContaining(listing));
  });
});
