import { asRecord, asRecords, numberField, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import type { ImportedOrder, ImportedRow } from './imported-order.js';
import { envelope, refusal } from './replies.js';
import type { QaplaState } from './state.js';

type Fields = Record<string, unknown>;

const REQUIRED = [
  'id',
  'status',
  'createdAt',
  'updatedAt',
  'customerName',
  'customerAddress',
  'customerCity',
  'customerState',
  'customerZip',
  'paymentType',
];

/** Answers pushOrder: inserts an order or replaces the one with its reference. The counters stay 0, as printed. */
export function pushOrder(request: SandboxRequest, state: QaplaState): SandboxReply {
  const items = asRecords(asRecord(request.json())?.['pushOrder']);
  if (items === null) return refusal('pushOrder', 'missing data');
  const orders = items.map((item, index) => ({ row: index + 1, ...storeOne(item, state) }));
  return envelope('pushOrder', { result: 'OK', error: '', count: items.length, orders, imported: 0, updated: 0 });
}

/** `ins` and `upd` are documented; the list of actions is not, and `err` for a refused row is assumed. */
function storeOne(item: Fields, state: QaplaState): { action: string; id: string; error?: string } {
  const id = textField(item, 'id') ?? '';
  const missing = REQUIRED.find((name) => textField(item, name) === null);
  if (missing !== undefined) return { action: 'err', id, error: `${missing} is missing` };
  const order = readOrder(item, state.now());
  const known = state.orders.find(({ reference }) => reference === id);
  state.applied.count('pushOrder');
  if (known === undefined) {
    state.orders.push(order);
    return { action: 'ins', id };
  }
  Object.assign(known, order, { importedAt: known.importedAt, source: known.source });
  return { action: 'upd', id };
}

/** The reference comes as `id` and is read back as `reference`; `orderID` is never read back. */
function readOrder(item: Fields, importedAt: Date): ImportedOrder {
  const text = (name: string, absent = ''): string => textField(item, name) ?? absent;
  return {
    source: 'api',
    importedAt,
    reference: text('id'),
    courier: text('courier'),
    status: text('status'),
    createdAt: text('createdAt'),
    updatedAt: text('updatedAt'),
    customerName: text('customerName'),
    customerAddress: text('customerAddress'),
    customerCity: text('customerCity'),
    customerState: text('customerState'),
    customerZip: text('customerZip'),
    customerCountry: text('customerCountry'),
    customerEmail: text('customerEmail'),
    customerTelephone: text('customerTelephone'),
    amount: text('amount'),
    paymentType: text('paymentType'),
    isPOD: item['isPOD'] === true,
    notes: text('notes'),
    weight: text('weight', '0'),
    parcels: text('parcels', '1'),
    length: text('length', '0'),
    width: text('width', '0'),
    height: text('height', '0'),
    rows: (asRecords(item['rows']) ?? []).map(readRow),
  };
}

function readRow(row: Fields): ImportedRow {
  return {
    sku: textField(row, 'sku') ?? '',
    name: textField(row, 'name') ?? '',
    qty: numberField(row, 'qty') ?? 0,
    price: textField(row, 'price') ?? '',
    total: textField(row, 'total') ?? '',
  };
}
