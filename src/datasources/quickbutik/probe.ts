import { UpstreamError } from '../../errors/upstream-error.js';
import type { ProbeFindings } from '../_shared/probe.js';
import { createCalls, type QuickbutikCalls, type QuickbutikParts } from './calls.js';
import { extras } from './order-pages.js';
import { isFull } from './order-rows.js';

/**
 * GET categories (seed document): short, and it names no person. Then GET orders for a single one, which shows whether the key
 * reaches the orders and whether the shop heeds what its document does not have (public).
 *
 * @throws UpstreamError when the shop cannot be asked for its categories.
 */
export async function probeQuickbutik(parts: QuickbutikParts): Promise<ProbeFindings> {
  const calls = createCalls(parts);
  await calls.categories();
  const { isRefused, ...abilities } = await askForOneOrder(calls);
  return isRefused
    ? {
        says: 'The key is accepted, but the orders are refused.',
        todo: [
          'Have the shop’s owner make a key that may read orders (Settings > API), and set QUICKBUTIK_API_KEY to it.',
        ],
        notes: [],
        abilities,
      }
    : { says: 'The key is accepted and the shop can be read.', todo: [], notes: [], abilities };
}

async function askForOneOrder(calls: QuickbutikCalls) {
  const unknown = { isRefused: false, orderPages: null, orderDetailsInLists: null };
  try {
    const rows = await calls.orderRows(extras(1, 0));
    if (rows.length === 0) return unknown;
    return { isRefused: false, orderPages: rows.length === 1, orderDetailsInLists: rows.every(isFull) };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    if (error.code === 'PROVIDER_AUTH') return { ...unknown, isRefused: true };
    return error.code === 'PROVIDER_REJECTED'
      ? { isRefused: false, orderPages: false, orderDetailsInLists: false }
      : unknown;
  }
}
