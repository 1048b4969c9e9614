import { mergeConfig } from 'vitest/config';
import common from './vitest.config.js';

const { include: _, exclude: __, ...rest } = common.test ?? {};

export default mergeConfig(
  { ...common, test: rest },
  {
    test: {
      include: ['test/system/**/*.test.ts'],
      globalSetup: ['test/system/demand-redis.ts', 'test/system/demand-nginx.ts'],
      // Leases and heartbeats take seconds.
      testTimeout: 40_000,
    },
  },
);
