import { expect, it } from 'vitest';
import { InputCheck } from '../../../../src/writes/input-check.js';
import { readNewProduct } from '../../../../src/writes/qpilot/product.js';

type Input = Parameters<typeof readNewProduct>[0];
const minimum: Input = { externalId: '100982', title: 'Soap', price: '9.75' };

function read(given: Partial<Input>) {
  const check = new InputCheck();
  const product = readNewProduct({ ...minimum, ...given }, check);
  return { product, problems: check.errors.map(({ field, code }) => `${field.join('.')} ${code}`) };
}

it('reads prices as numbers and dimensions as the texts they are', () => {
  const { product, problems } = read({
    salePrice: '6',
    length: '4',
    weight: '1.50',
    availability: 'PREORDER',
    stock: 0,
  });
  expect(problems).toEqual([]);
  expect(product).toMatchObject({
    price: 9.75,
    salePrice: 6,
    length: '4',
    weight: '1.50',
    width: null,
    availability: 'PREORDER',
    stock: 0,
    sku: null,
  });
});

it.each([
  [{ externalId: '', title: ' ' }, ['externalId REQUIRED', 'title REQUIRED']],
  [{ price: '-1' }, ['price INVALID']],
  [{ price: '9007199254740993' }, ['price INVALID']],
  [{ salePrice: '-0.01', weight: '-1' }, ['salePrice INVALID', 'weight INVALID']],
  [{ availability: 'UNKNOWN' }, ['availability INVALID']],
] as const)('with %j has the problems %j', (given, problems) => {
  expect(read(given).problems).toEqual(problems);
});
