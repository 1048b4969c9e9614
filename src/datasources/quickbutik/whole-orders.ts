import type { Abilities } from '../_shared/abilities.js';
import { idOfRow, isFull, type OrderRow } from './order-rows.js';

/** Lists that show whole orders when they are asked to: `include_details` (public, not in the seed document). */
export const wholeOrdersInLists = 'whole orders in lists';

/** Learns from a list that was asked for with details. Two rows without them are proof enough; an answer without rows says nothing. */
export function noteWholeRows(rows: readonly OrderRow[], abilities: Abilities): void {
  if (rows.some(isFull)) abilities.noteThere(wholeOrdersInLists);
  else for (const row of rows) abilities.noteMissing(wholeOrdersInLists, String(idOfRow(row)));
}
