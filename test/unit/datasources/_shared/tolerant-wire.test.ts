import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseRows, parseTolerantly } from '../../../../src/datasources/_shared/tolerant-wire.js';
import {
  amountWire,
  flagWire,
  idWire,
  integerWire,
  listWire,
  numberWire,
  textWire,
} from '../../../../src/datasources/_shared/wire-values.js';

const part = z.object({ id: idWire, name: textWire });
const row = z.object({
  id: idWire,
  parent: z.nullish(idWire),
  text: textWire,
  amount: amountWire,
  flag: flagWire,
  whole: integerWire,
  number: numberWire,
  parts: listWire(part),
  owner: part.nullish(),
});
const optional = ['parent', 'text', 'amount', 'flag', 'whole', 'number'] as const;
const good = {
  id: '1',
  parent: 2,
  text: 'a',
  amount: '5.50',
  flag: true,
  whole: 3,
  number: '4.5',
  parts: [{ id: 'p1' }, { id: 'p2' }],
  owner: { id: 'o', name: 'Ann' },
};
const goodRead = row.parse(good);

function read(value: unknown) {
  const warnings: string[] = [];
  const result = parseTolerantly(row, value, { provider: 'QARD', warn: (field) => void warnings.push(field) });
  return { result, warnings };
}

function rowsOf(values: readonly unknown[]) {
  const warnings: string[] = [];
  const rows = parseRows(row, values, { provider: 'QARD', warn: (field) => void warnings.push(field) });
  return { ids: rows.map(({ id }) => id), warnings };
}

describe.each(optional)('an odd value of %s', (field) => {
  it.each([[{ a: 1 }], [[1, 2]], [{}]])('is null and counted, and costs no other field: %j', (odd) => {
    const { result, warnings } = read({ ...good, [field]: odd });
    expect({ ...result, [field]: goodRead[field] }).toEqual(goodRead);
    expect([result[field] ?? null, warnings]).toEqual([null, [field]]);
  });

  it.each([[[]], [null]])('is null and not counted where PHP writes it for nothing: %j', (nothing) => {
    const { result, warnings } = read({ ...good, [field]: nothing });
    expect([result[field] ?? null, warnings]).toEqual([null, []]);
  });
});

describe('false', () => {
  it.each(['parent', 'text', 'amount', 'whole', 'number', 'parts', 'owner'])('is none for %s', (field) => {
    const { result, warnings } = read({ ...good, [field]: false });
    const value = (result as Record<string, unknown>)[field];
    expect([Array.isArray(value) ? (value[0] ?? null) : (value ?? null), warnings]).toEqual([null, []]);
  });

  it('is a flag that is off', () => {
    expect(read({ ...good, flag: false }).result.flag).toBe(false);
  });
});

it('keeps true as the raw text of an amount', () => {
  expect(read({ ...good, amount: true })).toMatchObject({ result: { amount: 'true' }, warnings: [] });
});

describe('an inner list', () => {
  it.each([
    ['a row that is none', [{ id: 'p1' }, null, 'x', { id: 'p2' }], ['p1', 'p2']],
    ['a row without an id', [{ name: 'x' }, { id: 'p1' }, { id: {} }, { id: 'p2' }], ['p1', 'p2']],
    ['a map with such a row', { 3: { id: 'p1' }, 5: { id: {} }, 9: null, 11: { id: 'p2' } }, ['p1', 'p2']],
    ['rows of which none has an id', [{}, { id: [] }], []],
    ['a text', 'x', []],
    ['an error', { error: 'x' }, []],
  ])('loses %s and counts it', (_case, parts, ids) => {
    const { result, warnings } = read({ ...good, parts });
    expect({ ...result, parts: goodRead.parts }).toEqual(goodRead);
    expect(result.parts.map(({ id }) => id)).toEqual(ids);
    expect(new Set(warnings.map((name) => name.split('.')[0]))).toEqual(new Set(['parts']));
  });

  it('is empty where it is an empty text', () => {
    expect(read({ ...good, parts: '' })).toMatchObject({ result: { parts: [] }, warnings: [] });
  });
});

it('gives up an inner record that has no id, and nothing else', () => {
  const { result, warnings } = read({ ...good, owner: { name: 'Ann' } });
  expect({ ...result, owner: goodRead.owner }).toEqual(goodRead);
  expect([result.owner, warnings]).toEqual([null, ['owner.id']]);
});

it.each([[{ ...good, id: {} }], [{ ...good, id: false }], [null], ['x'], [[]]])(
  'breaks the contract where the record itself cannot be read: %j',
  (value) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code: 'PROVIDER_CONTRACT', provider: 'QARD' }));
  },
);

describe('a list', () => {
  it('loses the rows that cannot be read and counts them', () => {
    const { ids, warnings } = rowsOf([good, { ...good, id: { a: 1 } }, null, 'x', { ...good, id: 2 }]);
    expect(ids).toEqual(['1', '2']);
    expect(warnings).toEqual(expect.arrayContaining(['id', '(row)']));
  });

  it('is empty where it has no rows, and breaks the contract where none of them can be read', () => {
    expect(rowsOf([]).ids).toEqual([]);
    expect(() => rowsOf([{ ...good, id: {} }, null])).toThrow(expect.objectContaining({ code: 'PROVIDER_CONTRACT' }));
  });
});

it('leaves the answer itself as it was', () => {
  const value = { ...good, text: { a: 1 }, parts: [null, { id: 'p' }] };
  const before = structuredClone(value);
  read(value);
  expect(value).toEqual(before);
});

it('gives fields of their type or breaks the contract, whatever upstream writes', () => {
  const anyField = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(undefined));
  const anyRow = fc.record(Object.fromEntries(Object.keys(good).map((field) => [field, anyField])));
  fc.assert(
    fc.property(anyRow, fc.option(idOf(), { nil: undefined }), (value, id) => {
      const odd = id === undefined ? value : { ...value, id };
      const isReadable = typeof odd['id'] === 'string' || typeof odd['id'] === 'number';
      if (!isReadable) {
        expect(() => read(odd)).toThrow(expect.objectContaining({ code: 'PROVIDER_CONTRACT' }));
        return;
      }
      const { result } = read(odd);
      expect(JSON.stringify(result)).not.toContain('[object Object]');
      expect(typeof result.id).toBe('string');
      expect([null, 'string']).toContain(result.text === null ? null : typeof result.text);
      expect(result.parts.every(({ id: inner }) => typeof inner === 'string')).toBe(true);
    }),
  );
});

function idOf() {
  return fc.oneof(fc.string(), fc.integer());
}
