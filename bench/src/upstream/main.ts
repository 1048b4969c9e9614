/**
 * The providers of the bench as one process: HTTP over bare sockets, since node:http would be the slowest part of the run. It reads only
 * what the routes need and answers at once. `/__counts` gives and resets what was asked, which is the count the tables show.
 *
 * @example node dist/upstream/main.js 4100 1795219200000
 */
import { createServer, type Socket } from 'node:net';
import { answerTo } from './routes.js';
import { type Shop, shopsOf } from './shop.js';

const [port = '0', todayMs = '0'] = process.argv.slice(2);
const shops = shopsOf(Number(todayMs));
const counts = new Map<string, number>();
let sockets = 0;

const server = createServer({ noDelay: true }, (socket) => {
  sockets += 1;
  let held = '';
  socket.on('data', (chunk) => {
    held = answerAll(held + chunk.toString('latin1'), socket);
  });
  // A caller that ends its connections in the middle of an answer is its own business.
  socket.on('error', () => socket.destroy());
});
server.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 }, () => {
  process.send?.('ready');
});

/** Answers every request that is there whole. @returns what is left */
function answerAll(text: string, socket: Socket): string {
  let rest = text;
  for (;;) {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd === -1) return rest;
    const end = headEnd + 4 + bodyLength(rest, headEnd);
    if (rest.length < end) return rest;
    const start = rest.indexOf(' ') + 1;
    socket.write(answer(rest.slice(start, rest.indexOf(' ', start))), 'latin1');
    rest = end === rest.length ? '' : rest.slice(end);
  }
}

function bodyLength(text: string, headEnd: number): number {
  if (text.startsWith('GET')) return 0;
  return Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, headEnd))?.[1] ?? 0);
}

function answer(path: string): string {
  if (path === '/__counts') return message('200 OK', takeCounts());
  const shop = shopOf(path);
  const routed = shop === null ? null : answerTo(shop, path.slice(shop.name.length + 1));
  if (routed === null) {
    count(`unknown ${path.split('?')[0]}`);
    return message('404 Not Found', '{}');
  }
  count(routed.call);
  return message('200 OK', routed.body);
}

function count(call: string): void {
  counts.set(call, (counts.get(call) ?? 0) + 1);
}

function shopOf(path: string): Shop | null {
  if (path.startsWith('/plain/')) return shops.plain;
  return path.startsWith('/batch/') ? shops.batch : null;
}

function message(status: string, body: string): string {
  return `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function takeCounts(): string {
  const taken = JSON.stringify({ calls: Object.fromEntries(counts), sockets });
  counts.clear();
  sockets = 0;
  return taken;
}
