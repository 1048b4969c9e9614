import { within } from '../within.js';

/** What one provider says of a look-up. */
export interface Finding<Found> {
  readonly found: Found | null;
  /** False when more rows might exist than the search could read. */
  readonly isComplete: boolean;
}

type Probe<Found> = () => Promise<Finding<Found>>;

interface Outcome<Found> {
  readonly found: Found | null;
  readonly isComplete: boolean;
  readonly failures: readonly unknown[];
}

/**
 * Asks the cheap source first and the dear ones only when it does not know, fails, or keeps silent for `patienceMs`.
 * Ends with the first source that knows; one that hangs holds up nobody.
 *
 * @returns what was found; else whether all sources could be searched to the end, and the errors of those that failed.
 */
export async function firstFound<Found>(
  cheap: Probe<Found> | null,
  dear: readonly Probe<Found>[],
  patienceMs: number,
): Promise<Outcome<Found>> {
  const first = cheap?.();
  const isKnown = await isFoundWithin(first, patienceMs);
  const probes = [...(first ? [first] : []), ...(isKnown ? [] : dear.map((probe) => probe()))];
  try {
    const { found } = await Promise.any(probes.map(rejectWhenMissing));
    return { found, isComplete: true, failures: [] };
  } catch {
    const settled = await Promise.allSettled(probes);
    return {
      found: null,
      isComplete: settled.every((outcome) => outcome.status === 'fulfilled' && outcome.value.isComplete),
      failures: settled.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])),
    };
  }
}

async function isFoundWithin<Found>(first: Promise<Finding<Found>> | undefined, patienceMs: number): Promise<boolean> {
  if (first === undefined) return false;
  const answer = first.then(
    ({ found }) => found !== null,
    () => false,
  );
  return within(patienceMs, answer, () => false);
}

async function rejectWhenMissing<Found>(probe: Promise<Finding<Found>>): Promise<Finding<Found>> {
  const finding = await probe;
  if (finding.found === null) throw new Error('not found here');
  return finding;
}
