import type { CommerceProviderState } from '../../domain/commerce.js';
import { providerErrors } from '../../errors/codes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UserError } from '../input-check.js';
import { rejectionOf } from '../rejection.js';

/** One of the calls that set up a platform. */
export interface ConfigureStep {
  /** The input field it comes from, and how it is called when it is told what took effect. */
  readonly field: 'credentials' | 'autoConnect' | 'enabled';
  readonly send: () => Promise<void>;
}

/**
 * Runs the calls in their order up to the first that fails.
 *
 * @param done collects the fields that took effect
 * @returns the failure as data: REJECTED when the provider refused it, INTERRUPTED for a passing one when something took effect before;
 * empty when all was done
 * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN; any other code when nothing was done
 */
export async function runSteps(steps: readonly ConfigureStep[], done: Set<string>): Promise<UserError[]> {
  for (const { field, send } of steps) {
    try {
      await send();
      done.add(field);
    } catch (error) {
      return failureOf(error, field, done);
    }
  }
  return [];
}

/**
 * The fields that took effect by the answers and not by what is shown afterwards: an empty answer with a good status is all the
 * document promises, and no proof. A field that is not shown is taken for done.
 */
export function findDenied(
  shown: CommerceProviderState | null,
  asked: { readonly autoConnect: boolean | null; readonly enabled: boolean | null },
  done: ReadonlySet<string>,
): UserError[] {
  const shownNow = { autoConnect: shown?.autoConnect ?? null, enabled: shown?.isEnabled ?? null };
  return (['autoConnect', 'enabled'] as const)
    .filter((field) => done.has(field) && shownNow[field] !== null && shownNow[field] !== asked[field])
    .map((field) => ({
      field: [field],
      code: 'REJECTED',
      message: `Qard accepted this and shows ${String(shownNow[field])} afterwards.`,
    }));
}

function failureOf(error: unknown, field: string, done: ReadonlySet<string>): UserError[] {
  const isUpstream = error instanceof UpstreamError && error.code !== 'PROVIDER_OUTCOME_UNKNOWN';
  const isRefused = isUpstream && error.code === 'PROVIDER_REJECTED';
  if (!isUpstream || (!isRefused && done.size === 0)) throw error;
  if (isRefused) {
    const reason = rejectionOf(error)[0]?.message;
    return [{ field: [field], code: 'REJECTED', message: `${reason} ${describeDone(done)}` }];
  }
  const reason = `Stopped at ${field}: Qard ${providerErrors[error.code]}`;
  return [{ field: [field], code: 'INTERRUPTED', message: `${reason} ${describeDone(done)}` }];
}

/** What took effect, for people. */
export function describeDone(done: ReadonlySet<string>): string {
  return done.size === 0 ? 'Nothing was changed.' : `Done before: ${[...done].join(', ')}.`;
}
