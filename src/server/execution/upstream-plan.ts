import type { ProviderName } from '../../domain/provider.js';
import type { CallTally, ProviderTally } from '../../http/call-tally.js';

/** What an operation asked its providers. */
export interface UpstreamPlan {
  /** Whether the answer is that of an equal operation that was under way: its calls are then counted as shared. */
  readonly sharedOperation: boolean;
  /** Those that it concerned, by name. */
  readonly providers: readonly ({ readonly provider: ProviderName } & ProviderTally)[];
}

/** An answer that stood in for one that could not be had. */
export interface StaleMark {
  readonly provider: ProviderName;
  /** Of the oldest, in milliseconds. */
  readonly ageMs: number;
}

/** The plan as answers and the log show it. */
export function upstreamPlanOf({ isShared, providers }: CallTally): UpstreamPlan {
  return {
    sharedOperation: isShared,
    providers: [...providers]
      .map(([provider, tally]) => ({
        provider,
        ...tally,
        waitedMs: Math.round(tally.waitedMs),
        staleAgeMs: Math.round(tally.staleAgeMs),
      }))
      .sort((one, other) => (one.provider < other.provider ? -1 : 1)),
  };
}

/** Which providers' answers are old ones, shown because no new ones could be had. */
export function staleMarksOf({ providers }: CallTally): readonly StaleMark[] {
  return [...providers]
    .filter(([, { stale }]) => stale > 0)
    .map(([provider, { staleAgeMs }]) => ({ provider, ageMs: Math.round(staleAgeMs) }));
}
