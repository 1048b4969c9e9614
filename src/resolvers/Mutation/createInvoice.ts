import { randomUUID } from 'node:crypto';
import type { GatewayContext } from '../../context/gateway-context.js';
import { fromEpochMs } from '../../domain/instant.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { putInvoice } from '../../records/placed-invoices.js';
import { readInvoice } from '../../writes/influencersoft/invoice.js';
import { describeRefusal } from '../../writes/influencersoft/invoice-refusal.js';
import { toPlacedInvoice } from '../../writes/influencersoft/placed.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { nameSome } from './push-rows.js';
import { things } from './things.js';

interface Outcome {
  readonly accepted: boolean;
  readonly reference: string;
  readonly userErrors: UserError[];
}

export const createInvoice: MutationResolvers['createInvoice'] = async (_, { input }, context) => {
  const check = new InputCheck();
  const invoice = readInvoice(input, check);
  const id = randomUUID();
  const reference = input.idempotencyKey?.trim() || id;
  if (!check.isGood) return { accepted: false, reference, userErrors: check.errors };
  const { influencersoft } = context.datasources;
  return context.write<Outcome>({
    mutation: 'createInvoice',
    provider: 'INFLUENCERSOFT',
    idempotencyKey: input.idempotencyKey ?? null,
    input: invoice,
    reference: describeInvoice(invoice),
    changes: (outcome) => things('INFLUENCERSOFT', 'ORDER', outcome?.accepted ? [id] : []),
    send: async () => {
      const refusal = await influencersoft.writes.createInvoice(invoice);
      if (refusal !== null) return { accepted: false, reference, userErrors: [describeRefusal(refusal)] };
      const placedAt = invoice.createdAt ?? fromEpochMs(Date.now());
      const { currency } = influencersoft;
      await keep(toPlacedInvoice(invoice, { id, reference, placedAt, currency }), context);
      return { accepted: true, reference, userErrors: [] };
    },
    // The provider has nothing to read: a lost answer stays unknown.
    readBack: null,
  });
};

/** What a person can find at the provider, which never learns of our reference; nothing of the customer. */
function describeInvoice({ productIds, tag }: ReturnType<typeof readInvoice>): string {
  const ids = [...new Set(productIds)];
  const products = nameSome(ids.length === 1 ? 'product' : 'products', ids);
  return `an invoice for ${products}${tag === null ? '' : ` tagged "${tag}"`}`;
}

/** The invoice is issued whatever becomes of the record: then it is missing among the orders, and the log says so. */
async function keep(invoice: Parameters<typeof putInvoice>[1], { records, log }: GatewayContext): Promise<void> {
  try {
    await putInvoice(records, invoice);
  } catch (error) {
    log.error({ err: error, provider: 'INFLUENCERSOFT' }, 'an invoice was issued and could not be recorded');
  }
}
