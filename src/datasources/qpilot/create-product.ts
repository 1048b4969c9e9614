import { z } from 'zod';
import type { Product } from '../../domain/product.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { sitePathOf } from './auth.js';
import type { QPilotCalls } from './calls.js';
import { readRecord } from './envelope.js';
import { normalizeProduct, productExternalIdOf } from './normalize/product.js';
import { type NewProduct, productBody, productFields } from './product-body.js';
import { completed, readWritten } from './read-written.js';
import { type QPilotAccess, sendSiteWrite } from './send-site-write.js';
import { isStatedAsSent } from './stated-as-sent.js';
import { listedProductWireSchema, productWireSchema } from './wire.js';

const statedProductSchema = z.looseObject(productWireSchema.shape);

/**
 * POST /Products (guide, step 4).
 *
 * @remarks The id is the caller's. What becomes of one that is taken is not documented: a refusal or an overwritten record.
 */
export async function createProduct(access: QPilotAccess, calls: QPilotCalls, product: NewProduct): Promise<Product> {
  const { parts } = access;
  const { externalId } = product;
  const body = productBody(product, parts.config.credentials.SITE_ID.reveal());
  const written = await sendSiteWrite(
    access,
    { operation: 'createProduct', method: 'POST', path: ['Products'], body },
    (answer) => readWritten(answer, listedProductWireSchema, (wire) => productExternalIdOf(wire) === externalId),
  );
  const record = await completed(written, written.title !== null, async () => {
    const found = await calls.getProduct(externalId);
    return found !== null && productExternalIdOf(found) === externalId ? found : null;
  });
  const created = normalizeProduct(record, parts.reading);
  if (created !== null) return created;
  throw new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT', { detail: 'a product without id' });
}

/** The product, when QPilot has it with every field as it was to be written; else null. */
export async function findCreatedProduct({ parts, send }: QPilotAccess, product: NewProduct): Promise<Product | null> {
  const path = sitePathOf(parts, 'Products', product.externalId);
  const answer = await send({ operation: 'findCreatedProduct', method: 'GET', path, repeatable: true });
  const wire = readRecord(answer, statedProductSchema);
  if (wire === null || productExternalIdOf(wire) !== product.externalId) return null;
  return isStatedAsSent(wire, withDimensionsAsNumbers(productFields(product)))
    ? normalizeProduct(wire, parts.reading)
    : null;
}

/** `4` and `4.0` are one length, whatever the type. */
function withDimensionsAsNumbers(fields: Readonly<Record<string, string | number | boolean>>): object {
  const dimensions: ReadonlySet<string> = new Set(['length', 'width', 'height', 'weight']);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, dimensions.has(name) ? Number(value) : value]),
  );
}
