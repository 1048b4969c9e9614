import { type GraphQLField, getNamedType, isAbstractType } from 'graphql';

const customersTypes: ReadonlySet<string> = new Set([
  'Customer',
  'Order',
  'OrderChange',
  'PaymentMethod',
  'ScheduledOrder',
  'ScheduledOrderChange',
  'Shipment',
  'ShipmentChange',
]);

/** Whether each record of a type belongs to one customer. */
export function isCustomers(typeName: string): boolean {
  return customersTypes.has(typeName);
}

/** Whether some of a type's records may be hidden from some callers: a customer's, and products that the shop does not show. */
function isGuarded(typeName: string): boolean {
  return isCustomers(typeName) || typeName === 'Product';
}

/** Whether a field can lead to a record that its caller may not see. */
export function leadsToGuarded({ type }: GraphQLField<unknown, unknown>): boolean {
  const target = getNamedType(type);
  return isAbstractType(target) || isGuarded(target.name);
}
