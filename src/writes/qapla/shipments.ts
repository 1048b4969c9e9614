import { normalizeTrackingNumber } from '../../domain/join-keys.js';
import { checkAmount } from '../check-amount.js';
import { checkItemCount, checkRepeated } from '../check-items.js';
import { checkEmail, checkOptionalText, checkText } from '../check-values.js';
import type { GivenAddress } from '../given-address.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { type Consignee, readConsignee } from './consignee.js';
import { type GivenRow, readRows } from './parcel-rows.js';

/** A parcel as a caller gives it; dates are calendar dates. */
export interface GivenShipment {
  readonly trackingNumber: string;
  readonly courier: string;
  readonly shippedOn: string;
  readonly reference?: Maybe<string>;
  readonly orderedOn?: Maybe<string>;
  readonly recipient?: Maybe<GivenAddress>;
  readonly agentEmail?: Maybe<string>;
  readonly amount?: Maybe<string>;
  readonly payOnDelivery?: Maybe<boolean>;
  readonly shippingCost?: Maybe<string>;
  readonly custom1?: Maybe<string>;
  readonly custom2?: Maybe<string>;
  readonly custom3?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly requestedDeliveryOn?: Maybe<string>;
  readonly tag?: Maybe<string>;
  readonly isTrackingNumber?: Maybe<boolean>;
  readonly rows?: Maybe<readonly GivenRow[]>;
}

/** Longest custom value and note (seed document). */
const longestValue = 255;

const nobody: Consignee = {
  name: null,
  street: null,
  city: null,
  region: null,
  postalCode: null,
  countryCode: null,
  email: null,
  phone: null,
};

/** Reads parcels to register; each number may stand once, in whatever spelling. */
export function readShipments(given: readonly GivenShipment[], check: InputCheck) {
  checkItemCount(given.length, ['shipments'], check);
  checkRepeated(
    given.map(({ trackingNumber }) => normalizeTrackingNumber(trackingNumber)),
    ['shipments', 'trackingNumber'],
    check,
  );
  return given.map((shipment, index) => readShipment(shipment, ['shipments', index], check));
}

function readShipment(given: GivenShipment, field: readonly (string | number)[], check: InputCheck) {
  const required = (name: 'trackingNumber' | 'courier') =>
    checkText(given[name], [...field, name], check, { maxLength: 100 }) ?? '';
  const optional = (name: 'reference' | 'custom1' | 'custom2' | 'custom3' | 'tag') =>
    checkOptionalText(given[name], [...field, name], check, { maxLength: longestValue });
  const { recipient, agentEmail } = given;
  const { name, street, ...rest } = recipient ? readConsignee(recipient, [...field, 'recipient'], check) : nobody;
  return {
    trackingNumber: required('trackingNumber'),
    courier: required('courier'),
    shippedOn: given.shippedOn,
    reference: optional('reference'),
    orderedOn: given.orderedOn ?? null,
    name,
    street,
    ...rest,
    agentEmail: agentEmail?.trim() ? checkEmail(agentEmail, [...field, 'agentEmail'], check) : null,
    amount: checkAmount(given.amount, [...field, 'amount'], check),
    payOnDelivery: given.payOnDelivery ?? false,
    shippingCost: checkAmount(given.shippingCost, [...field, 'shippingCost'], check),
    custom1: optional('custom1'),
    custom2: optional('custom2'),
    custom3: optional('custom3'),
    note: checkOptionalText(given.note, [...field, 'note'], check, { maxLength: longestValue, isMultiline: true }),
    requestedDeliveryOn: given.requestedDeliveryOn ?? null,
    tag: optional('tag'),
    isTrackingNumber: given.isTrackingNumber ?? false,
    rows: readRows(given.rows, [...field, 'rows'], check),
  };
}
