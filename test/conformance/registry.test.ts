import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ConfigurableProvider } from '../../src/config/load-provider.js';
import { definitions, providerKeys } from '../../src/datasources/providers.js';
import { providerNames } from '../../src/domain/provider.js';
import { packageRoot } from '../../src/package-root.js';
import { loadSchema } from '../../src/server/load-schema.js';

const sources = join(packageRoot, 'src/datasources');
const envExample = readFileSync(join(packageRoot, '.env.example'), 'utf8');
const variables = [...envExample.matchAll(/^# ([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);

describe('the registry', () => {
  it('has a line for every folder and a folder for every line', () => {
    const folders = readdirSync(sources, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== '_shared')
      .map(({ name }) => name);
    expect(folders.toSorted()).toEqual(providerKeys.toSorted());
  });

  it('has the same providers as the graph and the domain', () => {
    const registered = providerKeys.map((key) => definitions[key].name);
    const type = loadSchema().getType('Provider');
    expect(
      isEnumType(type) &&
        type
          .getValues()
          .map(({ name }) => name)
          .toSorted(),
    ).toEqual(registered.toSorted());
    expect(providerNames.toSorted()).toEqual(registered.toSorted());
  });
});

describe.each(providerKeys)('the provider %s', (key) => {
  const definition: ConfigurableProvider = definitions[key];

  it('has the name of its folder', () => {
    expect(definition.name.toLowerCase()).toBe(key);
  });

  it('has a README that cites its sources', () => {
    const path = join(sources, key, 'README.md');
    expect(existsSync(path) && readFileSync(path, 'utf8')).toMatch(/^Sources: /m);
  });

  it('has its variables in .env.example, each with its prefix and a meaning', () => {
    const specs = { ...definition.credentials, ...definition.options };
    const common = ['BASE_URL', 'TIMEOUT_MS', 'MAX_CONCURRENCY', 'RATE_PER_SECOND', 'TIME_ZONE', 'CURRENCY'];
    const own = [...Object.keys(specs), ...common].map((name) => `${definition.name}_${name}`);
    expect(variables.filter((name) => name.startsWith(`${definition.name}_`)).toSorted()).toEqual(own.toSorted());
    for (const { meaning } of Object.values(specs)) expect(meaning).toMatch(/\w{3,}/);
  });

  it('has credentials, so that it can be left out', () => {
    expect(Object.keys(definition.credentials)).not.toEqual([]);
  });
});
