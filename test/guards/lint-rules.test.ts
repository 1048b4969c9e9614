import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commercegraph-guard-'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lints one planted file by the project's own rules and gives the rules that it breaks. */
function lint(path: string, text: string): string[] {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  const options = { cwd: folder, encoding: 'utf8' as const, stdio: 'pipe' as const };
  try {
    execFileSync(join(root, 'node_modules/.bin/oxlint'), ['-c', '.oxlintrc.json', '-f', 'json', path], options);
    return [];
  } catch (error) {
    const { diagnostics } = JSON.parse((error as { stdout: string }).stdout) as { diagnostics: { code: string }[] };
    return diagnostics.map(({ code }) => code);
  }
}

const importing = (module: string) => `import { x } from '${module}';\n\nexport const y = x;\n`;
const restricted = 'eslint(no-restricted-imports)';

describe('the import rules', () => {
  it.each([
    ['src/domain/a.ts', '../http/retry.js'],
    ['src/domain/a.ts', 'graphql'],
    ['src/errors/a.ts', '../datasources/registry.js'],
    ['src/http/a.ts', '../datasources/qapla/index.js'],
    ['src/datasources/qapla/a.ts', '../qard/index.js'],
    ['src/datasources/acme/a.ts', '../qapla/index.js'],
    ['src/joins/a.ts', '../datasources/acme/index.js'],
    ['src/datasources/qapla/a.ts', '../registry.js'],
    ['src/datasources/qapla/a.ts', 'graphql'],
    ['src/datasources/_shared/a.ts', '../../joins/catalog.js'],
    ['src/joins/a.ts', '../datasources/qapla/index.js'],
    ['src/joins/a.ts', '../resolvers/ids.js'],
    ['src/resolvers/a.ts', '../datasources/providers.js'],
    ['src/resolvers/Query/a.ts', '../../http/retry.js'],
    ['src/writes/qapla/a.ts', '../../resolvers/ids.js'],
    ['src/ledger/a.ts', 'graphql'],
    ['src/directory/fill/a.ts', '../../datasources/qapla/index.js'],
    ['src/events/a.ts', '../context/create-context.js'],
    ['src/webhooks/a.ts', '../joins/customer.js'],
    ['src/redis/a.ts', '../server/health.js'],
    ['sandbox/qapla/a.ts', '../../src/domain/money.js'],
  ])('refuse in %s an import of %s', (path, module) => {
    expect(lint(path, importing(module))).toContain(restricted);
  });

  it.each([
    ['src/joins/a.ts', '../domain/money.js'],
    ['src/resolvers/a.ts', '../joins/customer.js'],
    ['src/datasources/qapla/a.ts', '../_shared/loaders.js'],
    ['src/datasources/qapla/a.ts', './wire.js'],
    ['src/directory/a.ts', '../datasources/_shared/index-feed.js'],
  ])('allow in %s an import of %s', (path, module) => {
    expect(lint(path, importing(module))).toEqual([]);
  });
});

describe('the other rules', () => {
  it.each([
    [
      'a file of more than 250 lines',
      'src/a.ts',
      'export const x = 1;\n'.repeat(1) + '// line\n'.repeat(260),
      'eslint(max-lines)',
    ],
    ['the environment outside main.ts', 'src/a.ts', "export const x = process.env['HOST'];\n", 'node(no-process-env)'],
    ['the console', 'src/a.ts', "console.log('x');\n", 'eslint(no-console)'],
    ['any', 'src/a.ts', 'export const x = (value: any) => String(value);\n', 'typescript(no-explicit-any)'],
  ])('refuse %s', (_, path, text, rule) => {
    expect(lint(path, text)).toContain(rule);
  });

  it('allow the environment in main.ts', () => {
    expect(lint('src/main.ts', "export const x = process.env['HOST'];\n")).toEqual([]);
  });
});
