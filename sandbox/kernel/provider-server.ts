import { setMaxListeners } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { answerControl, type Controlled, isControlPath } from './control.js';
import { replyInstead, send, sendTruncated } from './deliver.js';
import { driftBody } from './drift.js';
import type { Fault, FaultSource, FaultSwitch } from './faults.js';
import { type RecordedRequest, record } from './recorder.js';
import { readRequest, type SandboxReply, type SandboxRequest } from './request.js';
import { Webhooks } from './webhooks.js';

export type { RecordedRequest } from './recorder.js';
export type { SandboxReply, SandboxRequest } from './request.js';

/** The five imitated providers. */
export type SandboxProviderName = 'qpilot' | 'quickbutik' | 'influencersoft' | 'qapla' | 'qard';

/** Answers one request as the provider would. */
export type Respond = (request: SandboxRequest) => SandboxReply | Promise<SandboxReply>;

/** One imitated provider, listening. */
export interface ProviderServer {
  name: SandboxProviderName;
  /** Origin without trailing slash. */
  url: string;
  /** What it received, oldest first; see RECORD_LIMIT. */
  requests: RecordedRequest[];
  faults: FaultSwitch;
  /** What it calls when something happens; Qard never does. */
  webhooks: Webhooks;
  close(): Promise<void>;
}

/** How to start one provider. */
export interface ProviderServerOptions {
  name: SandboxProviderName;
  host: string;
  /** 0 picks a free port. */
  port: number;
  respond: Respond;
  /** How this provider's answers change under the fault `drift`; every provider has a general way if left out. */
  drift?: (body: unknown) => unknown;
  /** Sends the provider's webhooks; its faults are the server's. None are sent if left out. */
  webhooks?: Webhooks;
}

interface Exchange {
  request: SandboxRequest;
  response: ServerResponse;
  respond: Respond;
  drift: (body: unknown) => unknown;
}

/** Starts an HTTP server for one provider; paths that begin with `/__` skip recording and faults. */
export async function startProviderServer(options: ProviderServerOptions): Promise<ProviderServer> {
  const { name, host, port, respond, drift = driftBody, webhooks = new Webhooks() } = options;
  const { faults } = webhooks;
  const requests: RecordedRequest[] = [];
  const stopped = new AbortController();
  // Every answer that waits listens to it.
  setMaxListeners(0, stopped.signal);
  const server = createServer((message, response) => {
    const exchange = async () => {
      const request = await readRequest(message);
      const inControl = isControlPath(request.path);
      if (inControl) send(response, await answerOwn(request, { faults, requests, webhooks }, respond));
      else await answer({ request, response, respond, drift }, { faults, requests, signal: stopped.signal });
    };
    // A client that went away, or a sandbox that is closing, leaves nobody to answer.
    exchange().catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    name,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    requests,
    faults,
    webhooks,
    close: () =>
      new Promise<void>((resolve) => {
        stopped.abort();
        webhooks.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  exchange: Exchange,
  server: { faults: FaultSource; requests: RecordedRequest[]; signal: AbortSignal },
): Promise<void> {
  const { request, response } = exchange;
  const recorded = record(server.requests, request);
  const query = recorded.query === '' ? '' : `?${recorded.query}`;
  const { delayMs, fault } = server.faults.take(request.method, request.path + query);
  if (delayMs > 0) await pause(delayMs, undefined, { signal: server.signal });
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'reset') return void response.destroy();
  const reply = replyInstead(fault) ?? (await guarded(exchange.respond, request));
  if (fault?.kind === 'reset-after') return void response.destroy();
  // The status is noted before the bytes leave, so that a test that has the answer finds it recorded.
  recorded.status = fault?.kind === 'error-after' ? fault.status : reply.status;
  deliver(exchange, fault, reply);
}

function deliver({ response, drift }: Exchange, fault: Fault | null | undefined, reply: SandboxReply): void {
  if (fault?.kind === 'error-after') send(response, { status: fault.status, body: { error: `Fault ${fault.status}` } });
  else if (fault?.kind === 'truncate') sendTruncated(response, reply);
  else if (fault?.kind === 'drift') send(response, { ...reply, body: drift(reply.body) });
  else send(response, reply);
}

async function answerOwn(request: SandboxRequest, controlled: Controlled, respond: Respond): Promise<SandboxReply> {
  return guarded((asked) => answerControl(asked, controlled) ?? respond(asked), request);
}

/** A reply may be thrown; anything else thrown is a mistake in the imitation and shows as a plain 500. */
async function guarded(respond: Respond, request: SandboxRequest): Promise<SandboxReply> {
  try {
    return await respond(request);
  } catch (thrown) {
    if (isReply(thrown)) return { status: thrown.status, body: thrown.body };
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { status: 500, body: { error: `sandbox fault: ${message}` } };
  }
}

function isReply(thrown: unknown): thrown is SandboxReply {
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number';
}
