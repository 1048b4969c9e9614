/**
 * The same answer without GraphQL: a route of its own, the gateway's HTTP client and wire schemas, and nothing between them. It makes the
 * calls that the gateway has to make: where the business is small it asks for many things at once, else for one after the other side by side.
 *
 * Arguments: port, base address of the providers, folder of the gateway's build, `small` for the small business.
 */
import { createServer, type ServerResponse } from 'node:http';
import { type OrderAnswer, OrdersByHand } from './orders-by-hand.js';

const [port = '0', base = '', build = '', size = ''] = process.argv.slice(2);
const orders = await OrdersByHand.over(base, build, size === 'small');

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => void respond(Buffer.concat(chunks).toString(), response));
}).listen(Number(port), '127.0.0.1');

async function respond(body: string, response: ServerResponse): Promise<void> {
  try {
    const text = JSON.stringify(await answer(body));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
}

async function answer(body: string): Promise<readonly OrderAnswer[] | object> {
  const { paidFrom, id } = JSON.parse(body) as { paidFrom?: number; id?: string };
  return id === undefined ? orders.page(paidFrom ?? 0) : orders.one(id);
}
