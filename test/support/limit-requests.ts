import type { Client } from 'graphql-ws';
import type { LiveGateway } from './live-gateway.js';

/** What a caller is told, as loose as tests read it. */
export interface LimitAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Record<string, unknown>;
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
  }[];
  readonly extensions?: {
    readonly cost?: { readonly calls: number; readonly objects: number; readonly points: number };
  };
}

interface Request {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly documentId?: string;
  readonly extensions?: Record<string, unknown>;
}

export type Transport = 'GET' | 'POST' | 'socket' | 'stream';

/** Sends an operation in one of the ways there are, and gives its first answer. */
export async function send(gateway: LiveGateway, transport: Transport, request: Request): Promise<LimitAnswer> {
  if (transport === 'socket') return overSocket(gateway.connect(), request);
  const response = await (transport === 'GET' ? get(gateway, request) : post(gateway, transport, request));
  const text = await response.text();
  const line = /^data: (\{.*\})$/m.exec(text)?.[1];
  return JSON.parse(line ?? text) as LimitAnswer;
}

function get({ url }: LiveGateway, { query, variables, documentId, extensions }: Request): Promise<Response> {
  const parameters = new URLSearchParams({
    ...(query !== undefined && { query }),
    ...(documentId !== undefined && { documentId }),
    ...(variables && { variables: JSON.stringify(variables) }),
    ...(extensions && { extensions: JSON.stringify(extensions) }),
  });
  return fetch(`${url}/graphql?${parameters.toString()}`, { headers: { 'content-type': 'application/json' } });
}

function post({ url }: LiveGateway, transport: Transport, request: Request): Promise<Response> {
  return fetch(`${url}/graphql${transport === 'stream' ? '/stream' : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
}

function overSocket(client: Client, request: Request): Promise<LimitAnswer> {
  return new Promise((resolve) => {
    const answers: LimitAnswer[] = [];
    client.subscribe(
      { query: '', ...request },
      {
        next: (answer) => answers.push(answer as LimitAnswer),
        error: (errors) => resolve({ errors: errors as NonNullable<LimitAnswer['errors']> }),
        complete: () => resolve(answers[0] ?? {}),
      },
    );
  });
}

/** How many calls the providers got since the sandbox was cleared. */
export function callsOf({ sandbox }: LiveGateway): number {
  return Object.values(sandbox.providers).reduce((sum, { requests }) => sum + requests.length, 0);
}
