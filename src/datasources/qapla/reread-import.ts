import { fromEpochMs, type Instant } from '../../domain/instant.js';
import { normalizeReference } from '../../domain/join-keys.js';
import { RequestError } from '../../errors/request-error.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { findImports, type ImportParts, secondOf } from './find-imports.js';
import { localStart, plainLocal } from './local-time.js';
import { beginning } from './newest-rows.js';
import { compare } from './walk-back.js';
import { readForward, windowCap } from './window.js';
import type { WireOrder } from './wire.js';

interface KnownImport {
  readonly reference: string;
  /** When it came last time, as far as anybody knows. */
  readonly importedAt: Instant | null;
}

const dayMs = 24 * 60 * 60 * 1000;
const recentCalls = 3;

/**
 * The row of an imported order as it is now: where it was last time, else among those of the last day, where it may have come again.
 *
 * @returns null when it is gone: the list shows what came at its time, and it is not there
 * @throws UpstreamError PROVIDER_REJECTED when it may be where no window reaches, and when two came at once
 */
export async function rereadImport(known: KnownImport, parts: ImportParts): Promise<WireOrder | null> {
  const { reference, importedAt } = known;
  const { list } = parts;
  if (importedAt !== null) {
    const [found = null] = await findImports([{ reference, importedAt }], parts);
    if (found instanceof RequestError) throw unsettled('two orders of one time and reference');
    if (found instanceof Error) throw found;
    if (found !== null) return found;
  }
  const dayAgo = plainLocal(localStart(fromEpochMs(Date.now() - dayMs), list.timeZone), list.timeZone);
  const recent = await readForward(list, { dateFrom: dayAgo, maxCalls: recentCalls });
  const again = newestOf(recent.rows, reference);
  if (again !== null) return again;
  const start = importedAt === null ? beginning : secondOf(importedAt, list.timeZone).start;
  const listed = await list.fetch({ dateFrom: start });
  const other = newestOf(listed, reference);
  if (other !== null || listed.length < windowCap) return other;
  // A full window proves something where upstream gives the oldest rows of it, and nothing where the newest.
  if (importedAt !== null && compare(listed, await list.fetch({ dateFrom: beginning }), list) === 'OTHER') return null;
  throw unsettled('an order that no window reaches');
}

function unsettled(words: string): UpstreamError {
  return new UpstreamError('PROVIDER_REJECTED', 'QAPLA', { detail: `getOrders: ${words}` });
}

/** Of the rows with a reference the one that came last. */
function newestOf(rows: readonly WireOrder[], reference: string): WireOrder | null {
  const key = normalizeReference(reference);
  const own = rows.filter((row) => normalizeReference(row.reference) === key);
  return own.toSorted((a, b) => (b.importedAt ?? '').localeCompare(a.importedAt ?? ''))[0] ?? null;
}
