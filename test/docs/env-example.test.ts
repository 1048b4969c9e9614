import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderEnvExample } from '../../scripts/env-example.js';
import { loadConfig } from '../../src/config/load-config.js';
import { packageRoot } from '../../src/package-root.js';

const committed = readFileSync(join(packageRoot, '.env.example'), 'utf8');
const listed = [...committed.matchAll(/^# ([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

/** The names that reading the settings asks the environment for. */
function namesRead(): string[] {
  const names = new Set<string>();
  const empty: Readonly<Record<string, string | undefined>> = {};
  loadConfig(
    new Proxy(empty, {
      get: (_, name) => {
        names.add(String(name));
      },
    }),
  );
  return [...names];
}

describe('.env.example', () => {
  it('is what scripts/env-example.ts writes', () => {
    expect(committed).toBe(renderEnvExample());
  });

  it('lists exactly the variables that the gateway reads', () => {
    const read = namesRead().filter((name) => !name.endsWith('_FILE'));
    expect(listed.toSorted()).toEqual(read.toSorted());
  });

  it('offers a file for exactly the secrets', () => {
    const offered = [...committed.matchAll(/: (\w+_FILE) may name a file/g)].map(([, name]) => name);
    const read = namesRead().filter((name) => name.endsWith('_FILE'));
    expect(offered.toSorted()).toEqual(read.toSorted());
  });

  it('starts the gateway with the settings it shows as defaults', () => {
    const shown = [...committed.matchAll(/^# ([A-Z][A-Z0-9_]*)=([^{}\n]+)$/gm)].map(([, name, value]) => [name, value]);
    expect(shown.length).toBeGreaterThan(30);
    // That a timeout was set at all has a meaning of its own, whatever its value.
    const timeoutsChosen = /"isTimeoutChosen":(?:true|false)/g;
    const settled = (env: object) => JSON.stringify(loadConfig({ ...env })).replaceAll(timeoutsChosen, '');
    expect(settled(Object.fromEntries(shown))).toBe(settled({}));
  });
});
