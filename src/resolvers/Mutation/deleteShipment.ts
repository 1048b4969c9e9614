import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { checkText } from '../../writes/check-values.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { rejectionOf } from '../../writes/rejection.js';
import { things } from './things.js';

interface Outcome {
  readonly deletedTrackingNumber: string | null;
  readonly userErrors: UserError[];
}

const field = ['trackingNumber'];

export const deleteShipment: MutationResolvers['deleteShipment'] = async (_, { input }, { datasources, write }) => {
  const check = new InputCheck();
  const trackingNumber = checkText(input.trackingNumber, field, check, { maxLength: 100 });
  if (trackingNumber === null) return { deletedTrackingNumber: null, userErrors: check.errors };
  const { qapla } = datasources;
  const deleted: Outcome = { deletedTrackingNumber: trackingNumber, userErrors: [] };
  const refused = (userErrors: UserError[]): Outcome => ({ deletedTrackingNumber: null, userErrors });
  return write<Outcome>({
    mutation: 'deleteShipment',
    provider: 'QAPLA',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { trackingNumber },
    reference: `shipment ${trackingNumber}`,
    changes: () => things('QAPLA', 'PARCEL', [trackingNumber]),
    send: async () => {
      try {
        if (await qapla.writes.deleteShipment(trackingNumber)) return deleted;
        return refused([{ field, code: 'NOT_FOUND', message: 'No shipment has this tracking number.' }]);
      } catch (error) {
        return refused(rejectionOf(error, field));
      }
    },
    readBack: async () => {
      qapla.forget();
      const found = await qapla.shipments.byTrackingNumber.load(trackingNumber);
      return found === null ? deleted : null;
    },
  });
};
