import type { IndexKind } from '../datasources/_shared/index-feed.js';
import type { ProviderName } from '../domain/provider.js';
import type { OperationScope } from '../http/upstream-request.js';
import type { Directory } from './directory.js';
import type { EntityRef } from './directory-work.js';

/** The directory as operations use it: what it knows, and how to have it know more. */
export interface DirectoryAccess {
  readonly directory: Directory;
  /**
   * Makes sure that the changes of a provider were read not longer ago than `maxAgeMs`; what many operations ask at once is one call.
   *
   * @throws UpstreamError when the provider fails: what is known is then as old as its state says.
   */
  freshen(
    target: { readonly provider: ProviderName; readonly kind: IndexKind },
    maxAgeMs: number,
    scope: OperationScope,
  ): Promise<void>;
  /** Resolves when everything in reach of the providers was read once, or the time is up. */
  whenFilled(providers: readonly ProviderName[], kind: IndexKind, timeoutMs: number): Promise<void>;
  /** Notes that things may have changed and gives back once they were read anew, or the time is up. */
  reread(refs: readonly EntityRef[], timeoutMs: number): Promise<void>;
}
