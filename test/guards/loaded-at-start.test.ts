import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Imports that are more than a type's. */
const imported = /^(?:import|export) (?!type\b)(?:[^;]*? from )?'([^']+)'/gm;

/** The packages that are loaded with a file, by way of what it imports at once. */
function packagesLoadedWith(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  for (const [, module = ''] of readFileSync(file, 'utf8').matchAll(imported)) {
    if (!module.startsWith('.')) packages.add(module);
    else if (module.endsWith('.js'))
      for (const name of packagesLoadedWith(join(file, '..', module.replace(/\.js$/, '.ts')), seen)) packages.add(name);
  }
  return packages;
}

const loaded = packagesLoadedWith(join(root, 'src/start-gateway.ts'));

it.each([
  ['ioredis', 'it is needed where Redis is set up'],
  ['rate-limiter-flexible', 'it is needed where points are counted'],
  ['i18n-iso-countries', 'its entry reads the names of all countries in eighty languages'],
])('the start does not load %s: %s', (name) => {
  expect([...loaded]).toContain('fastify');
  expect([...loaded]).not.toContain(name);
});
