import type { Category } from '../../domain/shop.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { parseWire } from '../_shared/parse-wire.js';
import type { QuickbutikParts } from './calls.js';
import { normalizeCategory } from './normalize-shop.js';
import { categoryWireSchema } from './wire.js';
import { sendShopWrite } from './write-answer.js';
import { numberWhenDigits } from './write-values.js';

export interface NewCategory {
  readonly name: string;
  /** The shop's own id; null at the top. */
  readonly parentExternalId: string | null;
}

/** POST /categories, an object (seed document). Answers 201 with the category. */
export function createCategory(parts: QuickbutikParts, { name, parentExternalId }: NewCategory): Promise<Category> {
  const body = { name, ...(parentExternalId !== null && { parent_id: numberWhenDigits(parentExternalId) }) };
  return sendShopWrite(parts, { operation: 'createCategory', method: 'POST', path: 'categories', body }, (answer) =>
    readCategory(answer, parts),
  );
}

function readCategory(answer: unknown, { reading }: QuickbutikParts): Category {
  const category = normalizeCategory(parseWire(categoryWireSchema, answer, 'QUICKBUTIK'), reading);
  if (category === null) throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: 'no category_id' });
  return category;
}
