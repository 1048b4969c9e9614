import { UpstreamError } from '../../errors/upstream-error.js';
import type { ProbeFindings } from '../_shared/probe.js';
import type { InfluencerSoftParts } from './auth.js';

/**
 * Whether the account's host answers at all. The document has nothing to read (seed: createorder only) and an order is no question, so
 * nothing is sent but a GET of the base address, without the key; any answer is good (assumed).
 *
 * @throws UpstreamError when nobody answers, or a proxy in front says that nobody does (502 to 504).
 */
export async function probeInfluencerSoft({ client, scope }: InfluencerSoftParts): Promise<ProbeFindings> {
  let status: number | null = null;
  const listening: typeof scope = {
    ...scope,
    onHead: (head) => {
      status = head.status;
      scope.onHead?.(head);
    },
  };
  try {
    await client.send({ operation: 'reach', method: 'GET', path: [], repeatable: true }, listening);
  } catch (error) {
    if (!(error instanceof UpstreamError) || status === null || [502, 503, 504].includes(status)) throw error;
  }
  return {
    says: 'The address of the account answers. The key was not tried.',
    todo: [],
    notes: ['The key can be tried only by placing an order: InfluencerSoft offers nothing to read.'],
    abilities: {},
  };
}
