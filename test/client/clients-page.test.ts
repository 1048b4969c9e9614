import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { type OutsideProject, startOutsideProject } from './outside-project.js';

const page = readFileSync(join(packageRoot, 'docs/clients.md'), 'utf8');
const snippets = Object.fromEntries(
  [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', text = '']) => [file, text]),
);

let project: OutsideProject;
beforeAll(() => {
  project = startOutsideProject();
  project.write(snippets);
}, 120_000);
afterAll(() => project[Symbol.dispose]());

describe('docs/clients.md', { timeout: 120_000 }, () => {
  it('has snippets for Apollo Client, urql and TanStack Query, and none that is not compiled', () => {
    expect(Object.keys(snippets)).toEqual(
      expect.arrayContaining(['codegen.yml', 'src/Providers.tsx', 'src/WithUrql.tsx', 'src/WithTanStackQuery.tsx']),
    );
    const languages = [...page.matchAll(/^```(\w+)(?: (file=))?/gm)].map(
      ([, language, file]) => `${language} ${file ?? ''}`,
    );
    expect(languages.filter((language) => language !== 'sh ' && !language.endsWith('file='))).toEqual([]);
  });

  it('shows snippets that codegen takes and that compile in a strict project', () => {
    expect(project.codegen()).toMatchObject({ ok: true });
    expect(project.compile()).toEqual({ ok: true, output: '' });
  });

  it('names the file that is packed', () => {
    const { name, version } = JSON.parse(readFileSync(join(packageRoot, 'client/package.json'), 'utf8')) as Record<
      string,
      string
    >;
    expect(page).toContain(`${name}-${version}.tgz`);
  });
});
