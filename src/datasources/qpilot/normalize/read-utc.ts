import type { Instant } from '../../../domain/instant.js';
import type { Reading } from '../../../domain/reading.js';
import { readInstant } from '../../_shared/wire-values.js';

/**
 * The instant of a field whose name ends in `Utc`: UTC whatever zone is set, also without an offset.
 *
 * @remarks `0001-01-01` is how an unset time is written by the platform the provider runs on (assumed).
 */
export function readUtc(value: string | null, reading: Reading, field: string): Instant | null {
  if (value?.startsWith('0001-01-01')) return null;
  return readInstant(value, { ...reading, timeZone: 'UTC' }, field);
}
