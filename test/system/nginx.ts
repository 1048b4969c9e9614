import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageRoot } from '../../src/package-root.js';

export const shippedConfig = readFileSync(join(packageRoot, 'deploy/nginx/commercegraph.conf'), 'utf8');

/** Names the gateways that were tried for a request, in their order. */
export const triedHeader = 'x-tried';

/** What nginx needs around the http block's content, so that it leaves nothing outside of a folder. */
export function mainConfig(folder: string, content: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
master_process on;
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
events { worker_connections 4096; }
http {
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
${content}
}
`;
}

/** An nginx of its own with the configuration that is shipped, on loopback and without TLS, in front of these gateways. */
export async function startNginx(gateways: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'commercegraph-nginx-'));
  const [port = 0] = await findFreePorts(1);
  mkdirSync(join(folder, 'logs'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, mainConfig(folder, configFor(gateways, { port, log: join(folder, 'access.log') })));
  const child = spawn('nginx', ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(child, url);
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configFor(gateways: readonly string[], { port, log }: { port: number; log: string }): string {
  const hosts = gateways.map((url) => new URL(url).host);
  const edits: [RegExp, string][] = [
    ...hosts.map((host, index): [RegExp, string] => [new RegExp(`10\\.0\\.0\\.1${index + 1}:4000`, 'g'), host]),
    [/listen 443 ssl;/, `listen 127.0.0.1:${port};\n  add_header ${triedHeader} $upstream_addr always;`],
    [/server_name [^;]*;/, 'server_name 127.0.0.1;'],
    [/ssl_certificate [^;]*;/, ''],
    [/ssl_certificate_key [^;]*;/, ''],
    [/access_log \S+/, `access_log ${log}`],
  ];
  return edits.reduce((text, [from, to]) => {
    if (text.search(from) < 0) throw new Error(`deploy/nginx/commercegraph.conf has no ${from.source} any more`);
    return text.replace(from, to);
  }, shippedConfig);
}

/**
 * Ports that a process may leave and take again. They are below those that the system gives to outgoing connections, one of which could
 * otherwise have taken it in the meantime.
 */
export async function findFreePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (!found.includes(port) && (await isFree(port))) found.push(port);
  }
  return found;
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const outcome = Promise.race([
    once(probe, 'listening').then(() => true),
    new Promise<boolean>((resolve) => probe.once('error', () => resolve(false))),
  ]);
  probe.listen(port, '127.0.0.1');
  if (!(await outcome)) return false;
  probe.close();
  await once(probe, 'close');
  return true;
}

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => null,
    );
    if (status !== null) return;
    await wait(20);
  }
  throw new Error(`nginx ended with code ${child.exitCode} before it was ready`);
}
