import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox/start-sandbox.js';
import { type GatewayConfig, loadConfig } from '../../src/config/load-config.js';
import type { Check } from '../../src/doctor/check.js';

/** The five imitations with the settings that point a gateway at them. */
export async function startExamined(over: Readonly<Record<string, string>> = {}) {
  const sandbox = await startSandbox({ orders: 40, qaplaRows: 'ascending' });
  const env: Record<string, string> = {
    ...sandbox.env,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'commercegraph-doctor-')),
    ...over,
  };
  return { sandbox, env, config: loadConfig(env), [Symbol.asyncDispose]: () => sandbox.close() };
}

/** Settings with the keys of one provider at an address, and nothing else. */
export function settingsOf(name: string, url: string, env: Readonly<Record<string, string>>): GatewayConfig {
  return loadConfig({ [`${name}_BASE_URL`]: url, DATA_DIR: tmpdir(), ...env });
}

/** The check of that id. */
export function checkNamed(checks: readonly Check[], id: string): Check {
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
}
