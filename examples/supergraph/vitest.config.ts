import { defineConfig } from 'vitest/config';

// commercegraph starts from its sources, which takes a while on a busy machine.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } });
