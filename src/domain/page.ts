import type { Instant } from './instant.js';
import type { ProviderName } from './provider.js';

/** The rows of one page of a list, each with the cursor to go on behind it. */
export interface Page<Row> {
  readonly rows: readonly { readonly row: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  /** Where to go on when a bounded search ended before the page was full; else the last row's cursor. */
  readonly endCursor?: string;
}

/** How much of a provider's rows a list could see. */
export interface Coverage {
  readonly provider: ProviderName;
  readonly complete: boolean;
  /** The oldest instant the list is complete since; null when it is complete, or when that is unknown. */
  readonly since: Instant | null;
  readonly updatedAt: Instant | null;
  readonly lagSeconds: number | null;
}

/** What a caller asks of a list: at most `first` rows behind `after`. */
export interface PageRequest {
  readonly first: number;
  /** Null for the first page. */
  readonly after: string | null;
}
