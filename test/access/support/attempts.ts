import { CustomerIdCipher } from '../../../src/domain/customer-id-cipher.js';
import { encodeGlobalId } from '../../../src/domain/global-id.js';
import { deepSelection, literal } from './documents.js';
import { ann, idSecret } from './shop.js';

/** What the merchant sees of the one whose things are wanted. */
export interface Loot {
  readonly globalIds: readonly string[];
  readonly cursors: readonly string[];
  readonly references: readonly string[];
  readonly trackingNumbers: readonly string[];
  readonly scheduledOrders: readonly string[];
  readonly paymentMethods: readonly string[];
}

/** Sorts what was seen by where it can be put in. */
export function lootIn(seen: object): Loot {
  const found: Record<string, Set<string>> = {};
  const walk = (value: unknown, name: string, type: string): void => {
    if (Array.isArray(value)) return value.forEach((item) => walk(item, name, type));
    if (typeof value === 'object' && value !== null) {
      const fields = Object.entries(value);
      const [, own] = fields.find(([key]) => key === '__typename') ?? [];
      for (const [key, part] of fields) walk(part, key, typeof own === 'string' ? own : type);
    } else if (typeof value === 'string') (found[`${type}.${name}`] ??= new Set()).add(value);
  };
  walk(seen, '', '');
  const of = (pattern: RegExp) =>
    Object.entries(found)
      .filter(([name]) => pattern.test(name))
      .flatMap(([, texts]) => [...texts]);
  return {
    globalIds: of(/^(?!Product|ScheduledOrderItem)\w+\.id$/),
    cursors: of(/ursor$/),
    references: of(/^Order\.reference$/),
    trackingNumbers: of(/^Shipment\.trackingNumber$/),
    scheduledOrders: of(/^ScheduledOrder\.externalId$/),
    paymentMethods: of(/^PaymentMethod\.externalId$/),
  };
}

const everything = (type: string, depth = 2) => `{ ${deepSelection(type, depth, {})} }`;
const nodeFields = ['Customer', 'Order', 'Shipment', 'ScheduledOrder', 'PaymentMethod']
  .map((type) => `... on ${type} ${everything(type, 1)}`)
  .join(' ');

/** An e-mail in the ways that people and programs write it. */
export const emailForms: readonly string[] = [
  ann.email,
  ann.email.toUpperCase(),
  `  ${ann.email}\t`,
  ann.email.replace('chris', 'Chris'),
  ann.email.replace('i', '\u0069\u0307'),
  ann.email.replace('c', '\uff43'),
  `${ann.email}\u200b`,
  ann.email.replace('@', '%40'),
];

/** Documents by which one could try to come to things of Ann; none repeats what it was given. */
export function readingAttempts(loot: Loot): readonly string[] {
  const sealed = encodeGlobalId({
    type: 'Customer',
    provider: 'EMAIL',
    externalId: new CustomerIdCipher(idSecret).seal(ann.email),
  });
  const own = (type: string, id: string) =>
    encodeGlobalId({ type, provider: type === 'Shipment' ? 'QAPLA' : 'QUICKBUTIK', externalId: id });
  const customerKeys = [
    ...emailForms.map((email) => ({ email })),
    ...[ann.id, ` ${ann.id} `, `0${ann.id}`, '29921', '0001'].flatMap((id) => [{ externalId: id }, { id }]),
    { id: sealed },
    { id: encodeGlobalId({ type: 'Customer', provider: 'QPILOT', externalId: ann.id }) },
    ...loot.references.map((id) => ({ id: own('Customer', id) })),
  ];
  const orderKeys = loot.references.flatMap((reference) => [
    { reference },
    { reference: ` ${reference} ` },
    { id: reference },
    { id: own('Order', reference) },
    { id: encodeGlobalId({ type: 'Order', provider: 'QAPLA', externalId: reference }) },
  ]);
  const parcelKeys = [
    ...loot.trackingNumbers.flatMap((trackingNumber) => [
      { trackingNumber },
      { trackingNumber: trackingNumber.toLowerCase().replace(/^(..)/, '$1 - ') },
      { id: trackingNumber },
      { id: own('Shipment', trackingNumber) },
    ]),
    ...loot.references.map((reference) => ({ reference })),
  ];
  const root = (field: string, type: string, keys: readonly object[]) =>
    keys.map((by) => `{ ${field}(by: ${literal(by)}) ${everything(type)} }`);
  return [
    ...root('customer', 'Customer', customerKeys),
    ...root('order', 'Order', orderKeys),
    ...root('shipment', 'Shipment', parcelKeys),
    ...root(
      'scheduledOrder',
      'ScheduledOrder',
      loot.scheduledOrders.map((id) => ({ id })),
    ),
    ...[...loot.globalIds, sealed].map((id) => `{ node(id: ${literal(id)}) { __typename id ${nodeFields} } }`),
    `{ nodes(ids: ${literal(loot.globalIds.slice(0, 100))}) { __typename id ${nodeFields} } }`,
    `{ ${loot.globalIds.map((id, index) => `n${index}: node(id: ${literal(id)}) { ...all }`).join(' ')} }
     fragment all on Node { __typename id ...more } fragment more on Node { ${nodeFields} }`,
    `{ orders(first: 100, filter: { customerEmail: ${literal(ann.email)} }) { nodes { __typename id reference } edges { cursor } } }`,
    `{ scheduledOrders(filter: { customerId: ${literal(ann.id)} }) { nodes { id } } }`,
    '{ customers(search: "chris") { nodes { id email } } }',
    '{ shipments(since: "2020-01-01T00:00:00Z", first: 100) { nodes { trackingNumber reference } } }',
    '{ commerceData { customers { nodes { raw } } } }',
    '{ __schema { types { name description } } }',
  ];
}

/** Documents that go down from the caller's own customer, and by cursors that were not given to them. */
export function wanderingAttempts(email: string, { cursors }: Loot): readonly string[] {
  const by = literal({ email });
  const some = cursors.filter((_, index) => index % 4 === 0);
  const paged = (field: string, type: string) =>
    some.map(
      (after) => `{ customer(by: ${by}) { ${field}(first: 100, after: ${literal(after)}) ${everything(type, 2)} } }`,
    );
  const place = (provider: string) =>
    Buffer.from(JSON.stringify(['2026-12-31T00:00:00Z', provider, '~'])).toString('base64url');
  const crafted = ['QUICKBUTIK', 'QAPLA', 'INFLUENCERSOFT'].flatMap((provider) => [
    `{ customer(by: ${by}) { orders(first: 100, after: "${place(provider)}") ${everything('OrderConnection', 3)} } }`,
  ]);
  return [
    `{ customer(by: ${by}) ${everything('Customer', 6)} }`,
    `{ customer(by: ${by}) { orders { nodes { shipments { order { customer { orders { nodes { reference shipments { trackingNumber } } } } } } } } } }`,
    ...paged('orders', 'OrderConnection'),
    ...paged('shipments', 'ShipmentConnection'),
    ...paged('scheduledOrders', 'ScheduledOrderConnection'),
    ...crafted,
  ];
}
