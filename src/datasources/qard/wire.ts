import { z } from 'zod';
import { flagWire, integerWire, textWire } from '../_shared/wire-values.js';

/** A commerce record: no field of it is documented, so it is kept whole and read by candidate names. */
export const recordWireSchema = z.record(z.string(), z.unknown());

/** A data connection of the merchant (public; answers of the seed document are not shown). */
export const linkWireSchema = z.looseObject({
  /** `shopify` in the seed document's request. */
  provider_name: textWire,
  provider: z.unknown().optional(),
  /** `CONNECTED` is the one documented word. */
  status: textWire,
  /** Where the merchant gives consent; the name is assumed. */
  redirect_url: textWire,
  connect_url: textWire,
  url: textWire,
});

/** A synchronization (public). */
export const syncWireSchema = z.object({
  id: textWire,
  /** `COMMERCE_ORDER` and its like; the account's other data types occur too. */
  data_type: textWire,
  status: textWire,
  /** `YYYY-MM-DD HH:MM:SS`; zone unknown, UTC assumed. */
  requested_at: textWire,
  completed_at: textWire,
});

/** A provider of the account (public). Written as `enable`, read as `enabled`. */
export const providerWireSchema = z.object({
  name: textWire,
  enabled: flagWire,
  enable: flagWire,
  available: flagWire,
  auto_connect: flagWire,
  /** A list of settings, or a map of them; undocumented. */
  settings: z.unknown().optional(),
});

/** What lists say of themselves beside `result` (public); nothing in a bare array. */
export const totalsWireSchema = z.object({ last_page: integerWire, total: integerWire });

export type WireRecord = z.output<typeof recordWireSchema>;
export type WireLink = z.output<typeof linkWireSchema>;
export type WireSync = z.output<typeof syncWireSchema>;
export type WireProvider = z.output<typeof providerWireSchema>;
