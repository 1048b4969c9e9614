import type { Category } from '../../domain/shop.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { parseWire, readJson } from '../_shared/parse-wire.js';
import { sendWrite } from '../_shared/write-call.js';
import { authHeaders } from './auth.js';
import type { QuickbutikParts } from './calls.js';
import { normalizeCategory } from './normalize-shop.js';
import { categoryWireSchema } from './wire.js';

export interface NewCategory {
  readonly name: string;
  /** The shop's own id; null at the top. */
  readonly parentExternalId: string | null;
}

/** POST /categories, an object (seed document). Answers 201 with the category. */
export function createCategory(parts: QuickbutikParts, { name, parentExternalId }: NewCategory): Promise<Category> {
  // The document calls parent_id an integer; ids of other forms go as they are.
  const parentId =
    parentExternalId !== null && /^\d{1,15}$/.test(parentExternalId) ? Number(parentExternalId) : parentExternalId;
  const body = { name, ...(parentId !== null && { parent_id: parentId }) };
  return sendWrite(
    parts,
    {
      operation: 'createCategory',
      method: 'POST',
      path: ['categories'],
      headers: { ...authHeaders(parts.config.credentials.API_KEY), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    (answer) => readCategory(answer, parts),
  );
}

function readCategory(answer: UpstreamAnswer, { reading }: QuickbutikParts): Category {
  if (answer.status >= 400) throw new UpstreamRejection('QUICKBUTIK', errorWords(answer), `status ${answer.status}`);
  const category = normalizeCategory(
    parseWire(categoryWireSchema, readJson(answer, 'QUICKBUTIK'), 'QUICKBUTIK'),
    reading,
  );
  if (category === null) throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: 'no category_id' });
  return category;
}

/** The words of an error body `{code, error}` (public clients); a body of another form has none. */
export function errorWords({ text }: UpstreamAnswer): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  } catch {
    return null;
  }
}
