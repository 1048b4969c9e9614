import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ApolloGateway, IntrospectAndCompose } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

// The tests ask fixed ports; only that of the subgraph under test can be told to them.
const ports = { gateway: 4000, products: 4001, users: 4002, inventory: 4003 };
const expected = 23;

const require = createRequire(import.meta.url);
const suite = dirname(require.resolve('@apollo/federation-subgraph-compatibility-tests/package.json'));
const root = join(import.meta.dirname, '..');
const urlOf = (name) => `http://localhost:${ports[name]}/`;
const children = [];
const ends = [];

/** Starts a program; its output is shown when it has failed. */
function start(command, { cwd, env = {} }) {
  const child = spawn(process.execPath, command, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  children.push(child);
  return { child, output: () => output };
}

/** Waits until a subgraph answers, or its program has ended. */
async function whenReady(name, { child, output }) {
  for (const endsAt = Date.now() + 60_000; Date.now() < endsAt; ) {
    if (child.exitCode !== null) throw new Error(`the subgraph "${name}" ended:\n${output()}`);
    const isUp = await fetch(urlOf(name), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the subgraph "${name}" does not answer:\n${output()}`);
}

async function runSuite() {
  const products = ['--import', 'tsx', 'test/federation/support/products-subgraph.ts'];
  await Promise.all([
    whenReady('products', start([...products, join(suite, 'products.graphql'), String(ports.products)], { cwd: root })),
    ...['users', 'inventory'].map((name) =>
      whenReady(name, start(['index.js'], { cwd: join(suite, 'dist/subgraphs', name) })),
    ),
  ]);
  const subgraphs = ['products', 'users', 'inventory'].map((name) => ({ name, url: urlOf(name) }));
  const server = new ApolloServer({
    gateway: new ApolloGateway({ supergraphSdl: new IntrospectAndCompose({ subgraphs }) }),
  });
  await startStandaloneServer(server, { listen: { port: ports.gateway } });
  ends.push(() => server.stop());

  const config = ['--ci', '--json', '--config', join(suite, 'federation-jest.config.js')];
  const jest = start([require.resolve('jest/bin/jest'), join(suite, 'dist/tests'), ...config], {
    cwd: suite,
    env: { PRODUCTS_URL: urlOf('products') },
  });
  let report = '';
  jest.child.stdout.on('data', (text) => (report += text));
  await once(jest.child, 'close');
  if (!report.startsWith('{')) throw new Error(`the tests did not run:\n${jest.output()}`);
  return JSON.parse(report).testResults.flatMap(({ assertionResults }) => assertionResults);
}

try {
  const results = await runSuite();
  for (const { status, fullName, failureMessages } of results) {
    process.stdout.write(`${status === 'passed' ? 'ok  ' : 'FAIL'} ${fullName}\n${failureMessages.join('\n')}`);
  }
  const passed = results.filter(({ status }) => status === 'passed').length;
  process.stdout.write(`${passed} of ${results.length} passed\n`);
  if (passed !== expected || results.length !== expected) process.exitCode = 1;
} finally {
  for (const end of ends) await end();
  for (const child of children) child.kill();
}
