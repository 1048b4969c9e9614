import type { Product } from '../../domain/product.js';
import type { RowOutcome, ShopProductChange, ShopProductKey } from '../../domain/shop-writes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { cleanWords } from '../../errors/upstream-rejection.js';
import type { QuickbutikParts } from './calls.js';
import { productChangeBody } from './product-body.js';
import { successOf } from './row-answer.js';
import type { QuickbutikSource } from './source.js';
import { sendShopWrite, wordsIn } from './write-answer.js';
import { loadAll } from './written.js';

type RowState = { readonly state: 'DONE' | 'UNKNOWN' } | { readonly state: 'REFUSED'; readonly words: string | null };

/**
 * PUT /products, a list (seed document).
 *
 * @returns one outcome per change, in their order. The answer has one `success` and a list of errors of unknown form: an error counts for
 * the rows whose id or sku it names. One that names none leaves the others unknown, unless the call failed as a whole; so does any error
 * beside the success of a single row.
 */
export async function updateProducts(
  parts: QuickbutikParts,
  source: QuickbutikSource,
  changes: readonly ShopProductChange[],
): Promise<RowOutcome<Product>[]> {
  const keys = changes.map(({ key }) => key);
  const body = changes.map(productChangeBody);
  const states = await sendShopWrite(
    parts,
    { operation: 'updateProducts', method: 'PUT', path: 'products', body },
    (answer) => readUpdated(answer, keys),
  );
  source.forget();
  const products = await readChanged(
    keys.map((key, index) => (states[index]?.state === 'DONE' ? key : null)),
    source,
  );
  return states.map((row, index) =>
    row.state === 'REFUSED'
      ? row
      : row.state === 'DONE'
        ? { state: 'DONE', entity: products[index] ?? null, checkoutUrl: null }
        : { state: 'UNKNOWN' },
  );
}

function readUpdated(answer: unknown, keys: readonly ShopProductKey[]): RowState[] {
  const { success, errors } = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  const isDone = successOf(success);
  if (isDone !== 0 && isDone !== 1) {
    throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: 'no success in the answer' });
  }
  const told = toldErrors(errors).map((error) => ({ error, rows: rowsNamedIn(error, keys) }));
  // Whether the shop did the one row and had something to say of it, or did not, such an answer does not tell.
  if (isDone === 1 && keys.length === 1 && told.length > 0) return [{ state: 'UNKNOWN' }];
  const stray = told.filter(({ rows }) => rows.length === 0);
  return keys.map((_, index) => {
    const own = told.filter(({ rows }) => rows.includes(index));
    if (own.length > 0) return refused(own.map(({ error }) => error));
    if (isDone === 0) return refused(stray.map(({ error }) => error));
    return { state: stray.length > 0 ? 'UNKNOWN' : 'DONE' };
  });
}

function refused(errors: readonly unknown[]): RowState {
  return { state: 'REFUSED', words: cleanWords(wordsIn(errors)) };
}

/** The errors one by one; a map's key is part of its error, since it may be what names the row. */
function toldErrors(errors: unknown): readonly unknown[] {
  if (Array.isArray(errors)) return errors;
  if (typeof errors === 'string' && errors.trim() !== '') return [errors];
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).map(([key, error]) => `${key}: ${wordsIn(error) ?? ''}`);
}

/** The rows an error is about: those whose ids or sku stand in it as a word. A call of one row has no other. */
function rowsNamedIn(error: unknown, keys: readonly ShopProductKey[]): number[] {
  if (keys.length === 1) return [0];
  const text = typeof error === 'string' ? error : (JSON.stringify(error) ?? '');
  return [...keys.keys()].filter((index) => {
    const key = keys[index];
    const name = key === undefined || 'sku' in key ? key?.sku : (key.variantId ?? key.productId);
    return name !== undefined && hasWord(text, name);
  });
}

const wordStart = /^[\p{L}\p{N}_-]/u;
const wordEnd = /[\p{L}\p{N}_-]$/u;

function hasWord(text: string, word: string): boolean {
  const between = text.split(word);
  return between.some((part, index) => index > 0 && !wordEnd.test(between[index - 1] ?? '') && !wordStart.test(part));
}

/** The products behind the keys of a write; null where a key names none, several, or cannot be read. */
async function readChanged(
  keys: readonly (ShopProductKey | null)[],
  { products }: QuickbutikSource,
): Promise<(Product | null)[]> {
  const [byId, bySku] = await Promise.all([
    loadAll(
      keys.map((key) => (key === null || 'sku' in key ? null : key.productId)),
      products.byExternalId,
    ),
    loadAll(
      keys.map((key) => (key !== null && 'sku' in key ? key.sku : null)),
      products.bySku,
    ),
  ]);
  return keys.map((key) => {
    if (key === null) return null;
    if (!('sku' in key)) return byId.get(key.productId) ?? null;
    const [product, ...others] = bySku.get(key.sku)?.products ?? [];
    return product !== undefined && others.length === 0 ? product : null;
  });
}
