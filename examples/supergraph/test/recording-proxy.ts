import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Stands between the gateway and a subgraph, and keeps what the gateway asks. */
export async function startRecordingProxy(target: string) {
  const asked: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    asked.push(JSON.parse(body) as (typeof asked)[number]);
    const { 'x-api-key': key } = request.headers;
    const answer = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(typeof key === 'string' && { 'x-api-key': key }) },
      body,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
