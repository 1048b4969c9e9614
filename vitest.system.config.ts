import { spawnSync } from 'node:child_process';
import { mergeConfig } from 'vitest/config';
import common from './vitest.config.js';

// Without it nothing here can be tested, and nothing may pass for tested.
if (spawnSync('redis-server', ['--version']).status !== 0) {
  process.stderr.write('redis-server is missing: apt-get install redis-server\n');
  process.exit(1);
}

const { include: _, exclude: __, ...rest } = common.test ?? {};

export default mergeConfig(
  { ...common, test: rest },
  {
    // Leases and heartbeats take seconds.
    test: { include: ['test/system/**/*.test.ts'], testTimeout: 40_000 },
  },
);
