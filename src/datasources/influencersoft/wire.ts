import { z } from 'zod';
import { integerWire } from '../_shared/wire-values.js';

/** Every answer of the API (seed document). */
export const answerWireSchema = z.object({
  /** 0 is success. A number in the seed document, a numeric text elsewhere (public). */
  error_code: integerWire,
  error_text: z.string().nullish(),
  /** `[]` on success; an object such as `{bill_id}` where there is something to say (public). PHP writes both for "empty". */
  result: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).nullish(),
  /** 32 hexadecimal digits. */
  hash: z.string().nullish(),
});
