import type { CommerceKind, CommerceRecord } from '../../domain/commerce.js';
import { type Money, normalizeCurrency } from '../../domain/money.js';
import type { Reading } from '../../domain/reading.js';
import { readInstant, readMoney } from '../_shared/wire-values.js';
import { recordWithin, textOf, textsWithin } from './candidates.js';
import { normalizeGtin } from './gtin.js';
import { recordIdOf } from './record-id.js';
import type { WireRecord } from './wire.js';

/**
 * A record of the snapshot with the few fields that candidate names give (all assumed: the provider documents none).
 *
 * @remarks Numbers of orders and codes of products are read from orders and products alone: a customer's `name` is no
 * order number.
 */
export function normalizeRecord(kind: CommerceKind, raw: WireRecord, reading: Reading): CommerceRecord {
  return {
    kind,
    externalId: recordIdOf(raw),
    email: emailOf(raw),
    name: textOf(raw, ['name', 'title']) ?? fullNameOf(raw),
    orderNumber: kind === 'ORDER' ? textOf(raw, ['order_number', 'name', 'number', 'reference']) : null,
    sku: kind === 'PRODUCT' ? skuOf(raw) : null,
    gtin: kind === 'PRODUCT' ? gtinOf(raw) : null,
    total: kind === 'ORDER' ? totalOf(raw, reading) : null,
    createdAt: readInstant(textOf(raw, ['created_at', 'date', 'ordered_at']), reading, 'created_at'),
    raw,
  };
}

function emailOf(raw: WireRecord): string | null {
  const customer = recordWithin(raw, 'customer');
  return textOf(raw, ['email']) ?? (customer === null ? null : textOf(customer, ['email']));
}

function fullNameOf(raw: WireRecord): string | null {
  const parts = [textOf(raw, ['first_name']), textOf(raw, ['last_name'])];
  return parts.filter((part) => part !== null).join(' ') || null;
}

/** The product's own sku, else that of its variants when they share one: picking among several would be a guess. */
function skuOf(raw: WireRecord): string | null {
  return textOf(raw, ['sku']) ?? onlyOne(textsWithin(raw, 'variants', ['sku']));
}

function gtinOf(raw: WireRecord): string | null {
  const own = ['barcode', 'gtin', 'ean'].map((name) => normalizeGtin(textOf(raw, [name]) ?? ''));
  const ofVariants = textsWithin(raw, 'variants', ['barcode', 'gtin', 'ean']).map(normalizeGtin);
  return own.find((gtin) => gtin !== null) ?? onlyOne([...new Set(ofVariants.filter((gtin) => gtin !== null))]);
}

function totalOf(raw: WireRecord, reading: Reading): Money | null {
  const names = ['total_amount', 'total_price', 'amount'];
  const amount = textOf(raw, names);
  if (amount === null && names.some((name) => raw[name] !== null && raw[name] !== undefined))
    reading.warn('total_amount');
  return readMoney(amount, reading, 'total_amount', normalizeCurrency(textOf(raw, ['currency', 'currency_code'])));
}

function onlyOne(texts: readonly string[]): string | null {
  const [first] = texts;
  return texts.length === 1 && first !== undefined ? first : null;
}
