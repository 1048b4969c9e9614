import { abilityOf } from '../_shared/ability-of.js';
import type { ProbeFindings } from '../_shared/probe.js';
import type { QardParts } from './auth.js';
import { createCalls, type QardCalls } from './calls.js';

/**
 * The first of the commerce locations (seed document), which name no person; then the connections and the last synchronization (both
 * public), which say why there may be nothing.
 *
 * @remarks 404 stands for "never synchronized" (public) and may as well mean "no such user": both have to be said.
 * @throws UpstreamError when the locations cannot be asked for.
 */
export async function probeQard(parts: QardParts): Promise<ProbeFindings> {
  const calls = createCalls(parts);
  const { rows } = await calls.listRecords('LOCATION', 1, 1);
  const [isConnected, isRefused] = await Promise.all([readConnected(calls), readRefused(calls)]);
  const data = rows.length > 0 ? 'there are data' : 'there are no locations for this user';
  const link = isConnected === null ? '' : isConnected ? ', and a shop is connected' : ', and no shop is connected';
  return {
    says: `The key is accepted; ${data}${link}.`,
    todo: [
      ...(isRefused === true
        ? ['The platform refused Qard at the last synchronization: connect the shop anew (connectCommerceData).']
        : []),
      ...(isConnected === false && rows.length === 0
        ? ['Check QARD_USER_ID. If it is right, connect the shop first (connectCommerceData).']
        : []),
    ],
    notes:
      rows.length === 0 && isConnected !== false
        ? ['A company that was never synchronized looks like one that does not exist: QARD_USER_ID may be wrong.']
        : [],
    abilities: {},
  };
}

/** Whether a platform is connected (`CONNECTED`: seed document). */
function readConnected(calls: QardCalls): Promise<boolean | null> {
  return abilityOf(async () => (await calls.listLinks()).some(({ status }) => status?.toUpperCase() === 'CONNECTED'));
}

/** Whether the platform refused one of the last synchronizations (`AUTH_ERROR`: public). */
function readRefused(calls: QardCalls): Promise<boolean | null> {
  return abilityOf(async () =>
    (await calls.listLatestSyncs()).some(({ status }) => status?.toUpperCase() === 'AUTH_ERROR'),
  );
}
