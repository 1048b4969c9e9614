import { startLoyalty } from './loyalty/start-loyalty.js';
import { startGateway } from './start-gateway.js';

const commerceUrl = process.env['COMMERCEGRAPH_URL'] ?? 'http://127.0.0.1:4000/graphql';
const key = process.env['COMMERCEGRAPH_KEY'];

const loyalty = await startLoyalty(Number(process.env['LOYALTY_PORT'] ?? 4101));
try {
  const gateway = await startGateway(
    [
      { name: 'commercegraph', url: commerceUrl, ...(key && { introspectionHeaders: { 'x-api-key': key } }) },
      { name: 'loyalty', url: loyalty.url },
    ],
    Number(process.env['PORT'] ?? 4100),
  );
  process.stdout.write(`The supergraph is ready at ${gateway.url}, over ${commerceUrl} and ${loyalty.url}\n`);
  const stop = async () => {
    await gateway.close();
    await loyalty.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`The supergraph could not be composed: ${error instanceof Error ? error.message : 'unknown'}\n`);
  process.stderr.write(
    'commercegraph has to run before it, with FEDERATION=1; COMMERCEGRAPH_KEY where it asks for keys.\n',
  );
  process.exitCode = 1;
  await loyalty.close();
}
