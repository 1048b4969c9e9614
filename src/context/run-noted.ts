import { type Caller, keyScopeOf } from '../access/caller.js';
import { UpstreamError } from '../errors/upstream-error.js';
import type { WriteRequest } from '../writes/writes.js';
import type { Gateway } from './create-context.js';
import type { Changing } from './gateway-context.js';

interface Writing {
  readonly gateway: Pick<Gateway, 'writes' | 'directory' | 'events' | 'log' | 'watch'>;
  readonly caller: Caller;
  readonly remainingMs: () => number;
}

/** How long a write that is done waits for the directory to see it. */
const longestWaitMs = 2000;

/**
 * Runs a write and has the directory read anew what it is about, so that the next query of anyone sees it. A repetition that sent
 * nothing has nothing read.
 */
export async function runNoted<Outcome>(
  request: WriteRequest<Outcome> & Changing<Outcome>,
  { gateway, caller, remainingMs }: Writing,
): Promise<Outcome> {
  const { writes, directory, events, log, watch } = gateway;
  let hasHappened = false;
  const send = () => {
    hasHappened = true;
    return request.send();
  };
  // An attempt of which nobody knew the outcome may have been made by another process: finding it is the first time it is seen.
  const readBack = request.readBack;
  const find = async (claimedAtMs: number) => {
    const outcome = (await readBack?.(claimedAtMs)) ?? null;
    hasHappened ||= outcome !== null;
    return outcome;
  };
  // Copied by its descriptors: a reference may be worked out only when it is asked for.
  const noted = Object.defineProperties({} as WriteRequest<Outcome>, {
    ...Object.getOwnPropertyDescriptors(request),
    send: { enumerable: true, value: send },
    readBack: { enumerable: true, value: readBack === null ? null : find },
  });
  const note = async (outcome: Outcome | null) => {
    if (!hasHappened) return;
    const changes = request.changes?.(outcome) ?? [];
    for (const { provider, externalId } of changes.filter(({ provider }) => provider === 'INFLUENCERSOFT')) {
      // Nothing can be read anew there: the record made here is all that is known.
      events.publish({ kind: 'ORDER', change: 'CREATED', provider, externalId, reference: null, emailHash: null });
    }
    await directory?.reread(changes, Math.min(longestWaitMs, remainingMs() / 2)).catch((error: unknown) => {
      // The write is done all the same: a later pass finds what it changed.
      log.warn({ err: error, mutation: request.mutation }, 'a write could not be noted in the directory');
    });
  };
  try {
    const outcome = await writes.run(keyScopeOf(caller), noted);
    watch?.metrics.writes.count(request.provider, null);
    await note(outcome);
    return outcome;
  } catch (error) {
    watch?.metrics.writes.count(request.provider, error);
    if (error instanceof UpstreamError && error.code === 'PROVIDER_OUTCOME_UNKNOWN') await note(null);
    throw error;
  }
}
