import type { ProbeFindings } from '../_shared/probe.js';
import { createCalls, type QaplaParts } from './calls.js';

/** A larger number is no count of credits, and is not shown. */
const mostCredits = 1_000_000_000;

/**
 * getCredits (seed document): the shortest answer of all, and it names no person. A key is one sales channel; nothing that can be asked
 * tells which.
 *
 * @throws UpstreamError as every read.
 */
export async function probeQapla(parts: QaplaParts): Promise<ProbeFindings> {
  const wire = await createCalls(parts).getCredits();
  const credits = wire?.credits ?? null;
  const isCount = credits !== null && Math.abs(credits) < mostCredits;
  return {
    says: isCount ? `The key is accepted. Credits left: ${Math.floor(credits)}.` : 'The key is accepted.',
    todo: isCount && credits < 1 ? ["Buy credits in the Qapla' account: none are left."] : [],
    notes: [],
    abilities: {},
  };
}
