import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const client = fileURLToPath(new URL('../../client/src', import.meta.url));

/** Where the gateway answers: `npm run example` says so; else its usual address. */
const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000';

// One origin for page and graph: no CORS, and subscriptions over the same path.
const proxy = { '/graphql': { target: gateway, ws: true } };

export default defineConfig({
  plugins: [react()],
  resolve: {
    // From its sources, so that a fresh clone needs no build of it first.
    alias: [
      { find: /^commercegraph-client$/, replacement: `${client}/index.ts` },
      { find: /^commercegraph-client\/(.*)$/, replacement: `${client}/$1.ts` },
    ],
    // The client package lies outside this folder: what it imports is this app's copy, never a second one.
    dedupe: ['@apollo/client', 'graphql', 'react', 'react-dom', 'rxjs'],
  },
  server: {
    host: '127.0.0.1',
    proxy,
    fs: {
      allow: [fileURLToPath(new URL('../../client', import.meta.url)), fileURLToPath(new URL('.', import.meta.url))],
    },
  },
  preview: { host: '127.0.0.1', proxy },
  build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
  test: { include: ['test/**/*.test.{ts,tsx}'] },
});
