import type { CustomerRecord } from '../../domain/customer.js';

interface CustomersRow {
  readonly customerExternalId: string | null;
  /** As embedded in the row. */
  readonly customer?: CustomerRecord | null;
}

/**
 * Those rows of a customer's own list that are the customer's, all of them under the shop's id: a row may also name nobody, or the
 * customer by QPilot's own number. That number is in the customer's record, which is read only when a row names somebody else.
 */
export async function ownRows<Row extends CustomersRow>(
  customerId: string,
  rows: readonly Row[],
  readCustomer: (customerId: string) => Promise<CustomerRecord | null>,
): Promise<Row[]> {
  const isPlain = ({ customerExternalId: named }: CustomersRow) => named === null || named === customerId;
  const number = rows.every(isPlain) ? null : (await readCustomer(customerId))?.ownNumber;
  return rows
    .filter((row) => isPlain(row) || (row.customerExternalId === number && !namesByShopId(row)))
    .map((row) => ({ ...row, customerExternalId: customerId }));
}

/** An embedded record that states a number beside its id leaves no doubt that the id is the shop's. */
function namesByShopId({ customer }: CustomersRow): boolean {
  return customer?.ownNumber !== undefined;
}
