import { normalizeReference } from '../../domain/join-keys.js';
import { normalizeCurrency } from '../../domain/money.js';
import { checkAmount } from '../check-amount.js';
import { checkItemCount, checkRepeated } from '../check-items.js';
import { checkOptionalText, checkText, isNotNegative } from '../check-values.js';
import type { GivenAddress } from '../given-address.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { type Consignee, readConsignee } from './consignee.js';
import { type GivenRow, readRows } from './parcel-rows.js';

/** An order to import as a caller gives it; times are instants. */
export interface GivenImport {
  readonly reference: string;
  readonly orderId?: Maybe<string>;
  readonly courier?: Maybe<string>;
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly customer: GivenAddress;
  readonly amount?: Maybe<{ readonly amount: string; readonly currency: string }>;
  readonly paymentType: string;
  readonly payOnDelivery?: Maybe<boolean>;
  readonly note?: Maybe<string>;
  readonly weight?: Maybe<string>;
  readonly parcels?: Maybe<number>;
  readonly length?: Maybe<string>;
  readonly width?: Maybe<string>;
  readonly height?: Maybe<string>;
  readonly rows?: Maybe<readonly GivenRow[]>;
}

/** What the seed document marks as required, as it is called here. */
const requiredParts = {
  name: 'name',
  street: 'lines',
  city: 'city',
  region: 'region',
  postalCode: 'postalCode',
} as const;

/** Reads orders to import; each reference may stand once. */
export function readImports(given: readonly GivenImport[], check: InputCheck) {
  checkItemCount(given.length, ['orders'], check);
  checkRepeated(
    given.map(({ reference }) => normalizeReference(reference)),
    ['orders', 'reference'],
    check,
  );
  return given.map((order, index) => readImport(order, ['orders', index], check));
}

function readImport(given: GivenImport, field: readonly (string | number)[], check: InputCheck) {
  const required = (name: 'reference' | 'status' | 'paymentType') =>
    checkText(given[name], [...field, name], check, { maxLength: 255 }) ?? '';
  const optional = (name: 'orderId' | 'courier') =>
    checkOptionalText(given[name], [...field, name], check, { maxLength: 255 });
  const size = (name: 'weight' | 'length' | 'width' | 'height') => {
    const value = given[name] ?? null;
    if (value !== null) check.require(isNotNegative(value), [...field, name], 'INVALID', 'Must not be negative.');
    return value;
  };
  const { parcels } = given;
  check.require((parcels ?? 1) >= 1, [...field, 'parcels'], 'INVALID', 'Must be at least 1.');
  return {
    reference: required('reference'),
    orderId: optional('orderId'),
    courier: optional('courier'),
    status: required('status'),
    createdAt: given.createdAt,
    updatedAt: given.updatedAt,
    ...readBuyer(given.customer, [...field, 'customer'], check),
    amount: readTotal(given.amount, [...field, 'amount'], check),
    paymentType: required('paymentType'),
    payOnDelivery: given.payOnDelivery ?? null,
    note: checkOptionalText(given.note, [...field, 'note'], check, { maxLength: 2000, isMultiline: true }),
    weight: size('weight'),
    parcels: parcels ?? null,
    length: size('length'),
    width: size('width'),
    height: size('height'),
    rows: readRows(given.rows, [...field, 'rows'], check),
  };
}

/** The buyer, of whom the provider wants the name and a whole address. */
function readBuyer(
  customer: GivenAddress,
  field: readonly (string | number)[],
  check: InputCheck,
): Consignee & Readonly<Record<keyof typeof requiredParts, string>> {
  const buyer = readConsignee(customer, field, check);
  const part = (name: keyof typeof requiredParts): string => {
    const value = buyer[name];
    const path = [...field, requiredParts[name]];
    const isTold = check.errors.some((error) => error.field.join('.').startsWith(path.join('.')));
    if (value === null && !isTold) check.add(path, 'REQUIRED', 'The provider needs it.');
    return value ?? '';
  };
  return {
    ...buyer,
    name: part('name'),
    street: part('street'),
    city: part('city'),
    region: part('region'),
    postalCode: part('postalCode'),
  };
}

/** `EUR 99.90`, as the provider's amount carries its currency. */
function readTotal(
  given: GivenImport['amount'],
  field: readonly (string | number)[],
  check: InputCheck,
): string | null {
  if (!given) return null;
  const amount = checkAmount(given.amount, [...field, 'amount'], check);
  const currency = normalizeCurrency(given.currency);
  if (currency === null) check.add([...field, 'currency'], 'INVALID', 'Must be an ISO 4217 code, such as "EUR".');
  return amount === null || currency === null ? null : `${currency} ${amount}`;
}
