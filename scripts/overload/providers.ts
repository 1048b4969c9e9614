import { startSandbox } from '../../sandbox/start-sandbox.js';

/** The imitations in a process of their own, so that they do not wait for what asks the gateway. Prints what a gateway has to know. */
const sandbox = await startSandbox({ seed: 1, orders: 500 });
process.stdout.write(`${JSON.stringify(sandbox.env)}\n`);
process.once('SIGTERM', () => void sandbox.close());
