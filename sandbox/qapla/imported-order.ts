import { isoLocal } from './local-time.js';

/** One line of an imported order. */
export interface ImportedRow {
  sku: string;
  name: string;
  qty: number;
  price: string;
  total: string;
}

/** An order imported at Qapla', in the words of getOrders except for its import time. */
export interface ImportedOrder {
  source: string;
  importedAt: Date;
  reference: string;
  courier: string;
  status: string;
  /** `YYYY-MM-DD HH:MM:SS`, Italian time. */
  createdAt: string;
  updatedAt: string;
  customerName: string;
  customerAddress: string;
  customerCity: string;
  customerState: string;
  customerZip: string;
  customerCountry: string;
  customerEmail: string;
  customerTelephone: string;
  /** Free text with a currency: `EUR 99.90`, `EUR 29.`, `€ 5.50`. */
  amount: string;
  paymentType: string;
  isPOD: boolean;
  notes: string;
  weight: string;
  parcels: string;
  length: string;
  width: string;
  height: string;
  rows: ImportedRow[];
}

/** An imported order as getOrders prints it. */
export function importedOrderWire(order: ImportedOrder): Record<string, unknown> {
  return { ...order, importedAt: isoLocal(order.importedAt) };
}
