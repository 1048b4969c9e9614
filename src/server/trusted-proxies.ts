import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/** Whether an address may say on whose behalf it calls. */
export type TrustsProxy = (address: string, hop: number) => boolean;

/** @param proxies addresses and networks (TRUSTED_PROXIES) */
export function trustIn(proxies: readonly string[]): TrustsProxy {
  return proxyAddress.compile([...proxies]);
}

/** The address of who sent a request that Fastify has no part in, found as Fastify finds its `request.ip`. */
export function addressOf(request: IncomingMessage, trusts: TrustsProxy): string {
  // A connection that is broken already has none, whatever the types say.
  const address: string | undefined = proxyAddress(request, trusts);
  return address ?? '';
}
