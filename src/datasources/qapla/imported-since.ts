import type { Instant } from '../../domain/instant.js';
import type { Shipment } from '../../domain/shipment.js';
import type { QaplaCalls, QaplaParts } from './calls.js';
import { localStart } from './local-time.js';
import { normalizeShipment } from './normalize-shipment.js';
import { keyOfTrack } from './track-key.js';
import { readForward } from './window.js';

/** The parcels of a window, as far as they can prove anything. */
export interface ImportedParcels {
  readonly rows: readonly Shipment[];
  /** Whether the window counts parcels and shows none, as the seed document's sample of getTracks does: then it says nothing. */
  readonly isBlank: boolean;
}

const maxCalls = 12;

/** Parcels that were imported since an instant; one that states an earlier import is none of them. */
export async function readImportedSince(
  since: Instant,
  { parts, calls }: { readonly parts: QaplaParts; readonly calls: QaplaCalls },
): Promise<ImportedParcels> {
  const { timeZone } = parts.reading;
  const dateFrom = localStart(since, timeZone);
  let isBlank = false;
  const { rows } = await readForward(
    {
      fetch: async (start) => {
        const window = await calls.getTrackWindow(start);
        isBlank ||= window.isBlank;
        return window.rows;
      },
      keyOf: keyOfTrack,
      importedAtOf: ({ importedAt }) => importedAt,
      timeZone,
    },
    { dateFrom, maxCalls },
  );
  // Texts of the provider's form sort like the times they name; a provider that overlooked the start would show older ones.
  const own = rows.filter(({ importedAt }) => importedAt === null || importedAt >= dateFrom);
  const shipments = own.map((wire) => normalizeShipment(wire, parts.reading)).filter((shipment) => shipment !== null);
  return { rows: shipments, isBlank: isBlank && rows.length === 0 };
}
