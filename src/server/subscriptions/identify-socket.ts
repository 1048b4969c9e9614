import type { IncomingHttpHeaders } from 'node:http';
import { type Authenticator, credentialsIn } from '../../access/authenticator.js';
import type { Caller } from '../../access/caller.js';

/** Who opened a socket, as its request says. */
export interface SocketOpening {
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
}

/**
 * The caller behind a socket: browsers cannot set headers and give their credentials with the first message; programs may give them
 * as headers.
 *
 * @param params of that message: `authorization` or `x-api-key`, in any case of letters, themselves or below `headers`
 * @throws Unauthenticated
 */
export function identifySocket(
  authenticator: Authenticator,
  params: Readonly<Record<string, unknown>> | undefined,
  { headers, address }: SocketOpening,
): Promise<Caller> {
  const given = { ...textsOf(params?.['headers']), ...textsOf(params) };
  const hasOwn = 'authorization' in given || 'x-api-key' in given;
  return authenticator.identify(credentialsIn(hasOwn ? given : headers), address);
}

function textsOf(params: unknown): IncomingHttpHeaders {
  if (typeof params !== 'object' || params === null) return {};
  const texts = Object.entries(params).filter(([, value]) => typeof value === 'string' && value !== '');
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]));
}
