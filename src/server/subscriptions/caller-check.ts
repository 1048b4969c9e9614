import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../../config/load-provider.js';
import { isAllowedOrigin } from '../cors.js';

/** Whether a request was addressed to this machine by a loopback name. */
export function isForLoopback({ host }: IncomingHttpHeaders): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
}

/**
 * Whether a request may come from where it says to come from. Browsers ask nobody before they open a socket, so what CORS would have
 * forbidden is refused here. Programs send no origin; the gateway's own pages have the origin they are served under.
 */
export function isFromAllowedOrigin({ origin, host }: IncomingHttpHeaders, origins: readonly string[] | null): boolean {
  if (origin === undefined || isAllowedOrigin(origin, origins)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
