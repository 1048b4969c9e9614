import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { COURIERS } from './couriers.js';
import { isoLocal } from './local-time.js';
import { envelope } from './replies.js';
import type { QaplaState } from './state.js';

/** Answers getCouriers: all, or those of the countries in a comma list; the rows are under a singular name. */
export function getCouriers({ query }: SandboxRequest): SandboxReply {
  const asked = query.get('country') ?? '';
  const countries = asked.split(',').map((country) => country.trim().toLowerCase());
  const courier = COURIERS.filter(({ country }) => asked === '' || countries.includes(country));
  return envelope('getCouriers', { result: 'OK', error: null, count: courier.length, courier });
}

/** Answers getCredits with what is left and the Italian time of asking. */
export function getCredits(_request: SandboxRequest, { credits, now }: QaplaState): SandboxReply {
  return envelope('getCredits', { result: 'OK', credits, date: isoLocal(now()) });
}
