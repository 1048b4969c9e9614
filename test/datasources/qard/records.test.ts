import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeRecord } from '../../../src/datasources/qard/normalize-record.js';
import { recordIdOf } from '../../../src/datasources/qard/record-id.js';
import type { CommerceKind } from '../../../src/domain/commerce.js';

function read(kind: CommerceKind, raw: Record<string, unknown>, timeZone = 'UTC') {
  const warnings: string[] = [];
  const record = normalizeRecord(kind, raw, { timeZone, currency: null, warn: (field) => void warnings.push(field) });
  return { ...record, warnings };
}

describe('fields', () => {
  it('reads an order by its candidate names and keeps the record untouched', () => {
    const raw = {
      id: 450789469,
      name: '#1001',
      customer: { email: 'ann@example.com' },
      total_price: '199.90',
      currency: 'SEK',
      created_at: '2024-01-15 10:30:00',
      surprise: { nested: [1] },
    };
    expect(read('ORDER', raw)).toEqual({
      kind: 'ORDER',
      externalId: '450789469',
      email: 'ann@example.com',
      name: '#1001',
      orderNumber: '#1001',
      sku: null,
      gtin: null,
      total: { amount: '199.90', currency: 'SEK', raw: '199.90' },
      createdAt: '2024-01-15T10:30:00Z',
      raw,
      warnings: [],
    });
  });

  it('prefers the earlier candidate and passes over blank ones', () => {
    const raw = {
      external_id: 'e',
      provider_id: 'p',
      order_number: ' ',
      number: 1001,
      reference: 'r',
      total_amount: 5,
      amount: 7,
    };
    expect(read('ORDER', raw)).toMatchObject({ externalId: 'e', orderNumber: '1001', total: { amount: '5.00' } });
    expect(read('ORDER', { order_number: '0042', name: '#0042' })).toMatchObject({ orderNumber: '0042' });
    expect(read('ORDER', { currency_code: 'EUR', amount: '29.' })).toMatchObject({
      total: { amount: '29.00', currency: 'EUR' },
    });
  });

  it('reads the name of a customer out of its parts, and never as an order number', () => {
    const raw = {
      id: 'c',
      first_name: 'Ann',
      last_name: 'Berg',
      name: null,
      email: 'ann@example.com',
      sku: 'x',
      amount: 3,
    };
    expect(read('CUSTOMER', raw)).toMatchObject({
      name: 'Ann Berg',
      email: 'ann@example.com',
      orderNumber: null,
      sku: null,
      total: null,
    });
    expect(read('CUSTOMER', { name: 'Ann', number: 5 }).orderNumber).toBeNull();
    expect(read('PRODUCT', { title: 'Shampoo' }).name).toBe('Shampoo');
  });

  it('reads the sku of the variants only when they share one', () => {
    expect(read('PRODUCT', { sku: 'own', variants: [{ sku: 'a' }] }).sku).toBe('own');
    expect(read('PRODUCT', { variants: [{ sku: 'a' }, { sku: 'a ' }, { sku: null }] }).sku).toBe('a');
    expect(read('PRODUCT', { variants: [{ sku: 'a' }, { sku: 'b' }] }).sku).toBeNull();
    expect(read('PRODUCT', { variants: 'none' }).sku).toBeNull();
  });

  it('reads trade item numbers with a valid check digit alone, as 14 digits', () => {
    expect(read('PRODUCT', { barcode: '97350053850012' }).gtin).toBe('97350053850012');
    expect(read('PRODUCT', { barcode: 'shelf 4', gtin: '4006381333931' }).gtin).toBe('04006381333931');
    expect(read('PRODUCT', { ean: 96385074 }).gtin).toBe('00000096385074');
    expect(read('PRODUCT', { barcode: '4006381333932' }).gtin).toBeNull();
    expect(read('PRODUCT', { barcode: '0000000000000' }).gtin).toBeNull();
    expect(read('PRODUCT', { variants: [{ barcode: '036000291452' }, { barcode: '0036000291452' }] }).gtin).toBe(
      '00036000291452',
    );
    expect(read('PRODUCT', { variants: [{ barcode: '036000291452' }, { barcode: '4006381333931' }] }).gtin).toBeNull();
  });

  it('reads times without offset in the zone of the settings and counts what is no time or no amount', () => {
    expect(read('ORDER', { date: '2024-07-15 10:30:00' }, 'Europe/Paris').createdAt).toBe('2024-07-15T08:30:00Z');
    expect(read('ORDER', { ordered_at: '2024-07-15T10:30:00+02:00' }).createdAt).toBe('2024-07-15T08:30:00Z');
    expect(read('ORDER', { created_at: 'yesterday' })).toMatchObject({ createdAt: null, warnings: ['created_at'] });
    expect(read('ORDER', { amount: { value: 3 } })).toMatchObject({ total: null, warnings: ['total_amount'] });
    expect(read('ORDER', { amount: 'much' })).toMatchObject({ total: { amount: null }, warnings: ['total_amount'] });
  });
});

describe('id of a record without one', () => {
  it('is a digest of its content, the same whatever the order of the fields', () => {
    const one = recordIdOf({ name: 'A', place: { city: 'Lund', zip: '1' } });
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(recordIdOf({ place: { zip: '1', city: 'Lund' }, name: 'A' })).toBe(one);
    expect(recordIdOf({ name: 'B', place: { city: 'Lund', zip: '1' } })).not.toBe(one);
    expect(recordIdOf({ id: '', name: 'A', place: { city: 'Lund', zip: '1' } })).not.toBe('');
  });
});

it('reads any record at all without failing, and gives it back unchanged', () => {
  const names = [
    'id',
    'email',
    'customer',
    'name',
    'order_number',
    'variants',
    'barcode',
    'sku',
    'amount',
    'created_at',
  ];
  const record = fc.dictionary(fc.constantFrom(...names, 'other'), fc.jsonValue());
  fc.assert(
    fc.property(fc.constantFrom('LOCATION', 'CUSTOMER', 'PRODUCT', 'ORDER'), record, (kind, raw) => {
      const before = JSON.stringify(raw);
      const { externalId, raw: kept } = read(kind, raw);
      expect(externalId).not.toBe('');
      expect(kept).toBe(raw);
      expect(JSON.stringify(kept)).toBe(before);
    }),
  );
});
