import { mergeConfig } from 'vitest/config';
import common from './vitest.config.js';

const { include: _, exclude: __, ...rest } = common.test ?? {};

export default mergeConfig(
  { ...common, test: rest },
  {
    test: {
      include: ['test/e2e/**/*.test.ts'],
      globalSetup: ['test/e2e/demand-chromium.ts', 'test/e2e/build-example.ts'],
      // One browser at a time: two would make each other slow.
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 15_000 } },
    },
  },
);
