import { describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../../../src/domain/global-id.js';
import type { FrequencyUnit } from '../../../../src/domain/scheduled-order.js';
import { InputCheck } from '../../../../src/writes/input-check.js';
import { readNewScheduledOrder } from '../../../../src/writes/qpilot/scheduled-order.js';
import { readChanges } from '../../../../src/writes/qpilot/scheduled-order-changes.js';

type Input = Parameters<typeof readNewScheduledOrder>[0];
const minimum: Input = { frequency: { unit: 'DAYS', value: 30 }, items: [{ productId: '0001', quantity: 4 }] };
const problemsOf = (check: InputCheck) => check.errors.map(({ field, code }) => `${field.join('.')} ${code}`);

function read(given: Partial<Input>) {
  const check = new InputCheck();
  const order = readNewScheduledOrder({ ...minimum, ...given }, check);
  return { order, problems: problemsOf(check) };
}

describe('a new scheduled order', () => {
  it('names card and products by global id or by their own', () => {
    const id = (type: string, externalId: string) => encodeGlobalId({ type, provider: 'QPILOT', externalId });
    const own = read({ paymentMethodId: '10933' });
    const global = read({
      paymentMethodId: id('PaymentMethod', '10933'),
      items: [{ productId: id('Product', '0001'), quantity: 4 }],
    });
    expect(own).toEqual(global);
    expect(own.order).toMatchObject({
      paymentMethodNumber: 10933,
      items: [{ productExternalId: '0001', quantity: 4 }],
      reference: null,
    });
  });

  it.each([
    ['key-1', 'key-1'],
    ['  ', null],
    [null, null],
  ])('carries the idempotency key %j as %j', (idempotencyKey, reference) => {
    expect(read({ idempotencyKey }).order.reference).toBe(reference);
  });

  it.each([
    [{ items: [] }, ['items REQUIRED']],
    [{ items: Array.from({ length: 101 }, () => ({ productId: '1', quantity: 1 })) }, ['items TOO_MANY']],
    [{ items: [{ productId: '', quantity: 0 }] }, ['items.0.quantity INVALID', 'items.0.productId REQUIRED']],
    [{ paymentMethodId: 'pm_1' }, ['paymentMethodId INVALID']],
    [
      { paymentMethodId: encodeGlobalId({ type: 'Customer', provider: 'QPILOT', externalId: '1' }) },
      ['paymentMethodId INVALID'],
    ],
    [
      {
        items: [
          { productId: encodeGlobalId({ type: 'Product', provider: 'QUICKBUTIK', externalId: '1' }), quantity: 1 },
        ],
      },
      ['items.0.productId INVALID'],
    ],
  ])('with %j has the problems %j', (given, problems) => {
    expect(read(given).problems).toEqual(problems);
  });

  it.each<[FrequencyUnit, number]>([
    ['DAYS', 365],
    ['WEEKS', 365],
    ['MONTHS', 365],
    ['DAY_OF_THE_WEEK', 7],
    ['DAY_OF_THE_MONTH', 31],
  ])('runs by %s from 1 to %i', (unit, largest) => {
    for (const value of [1, largest]) expect(read({ frequency: { unit, value } }).problems).toEqual([]);
    for (const value of [0, -1, largest + 1])
      expect(read({ frequency: { unit, value } }).problems).toEqual(['frequency.value INVALID']);
  });

  it('runs by no unknown unit', () => {
    expect(read({ frequency: { unit: 'UNKNOWN', value: 1 } }).problems).toEqual(['frequency.unit INVALID']);
  });
});

describe('changes of a scheduled order', () => {
  const readAll = (given: Parameters<typeof readChanges>[0]) => {
    const check = new InputCheck();
    return { fields: readChanges(given, check).map(({ field }) => field), problems: problemsOf(check) };
  };
  const rest = {
    paymentMethodId: '1',
    nextOccurrenceAt: '2026-12-24T08:00:00Z',
    frequency: { unit: 'WEEKS', value: 2 },
  } as const;
  const inOrder = ['frequency', 'nextOccurrenceAt', 'paymentMethodId'];

  it('pause first and activate last', () => {
    expect(readAll({ ...rest, status: 'PAUSED' }).fields).toEqual(['status', ...inOrder]);
    expect(readAll({ ...rest, status: 'ACTIVE' }).fields).toEqual([...inOrder, 'status']);
    expect(readAll({ ...rest, status: null }).fields).toEqual(inOrder);
  });

  it.each([
    [{}, [' REQUIRED']],
    [{ status: null, frequency: null }, [' REQUIRED']],
    [{ status: 'DELETED' }, ['status UNSUPPORTED']],
    [
      { status: 'UNKNOWN', frequency: { unit: 'DAYS', value: 0 }, paymentMethodId: 'x' },
      ['status UNSUPPORTED', 'frequency.value INVALID', 'paymentMethodId INVALID'],
    ],
  ] as const)('with %j have the problems %j', (given, problems) => {
    expect(readAll(given).problems).toEqual(problems);
  });
});
