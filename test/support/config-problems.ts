import { ConfigError, loadConfig } from '../../src/config/load-config.js';
import type { Environment } from '../../src/config/read-variable.js';

/** What is wrong with an environment; nothing for one that is taken. */
export function problemsOf(env: Environment): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
