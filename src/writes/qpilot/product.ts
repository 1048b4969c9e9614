import type { LengthUnit, ProductAvailability, WeightUnit } from '../../domain/product.js';
import { checkOptionalText, checkText, isNotNegative } from '../check-values.js';
import { exactNumber } from '../exact-number.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';

interface CreateProductInput {
  readonly externalId: string;
  readonly title: string;
  readonly price: string;
  readonly salePrice?: Maybe<string>;
  readonly sku?: Maybe<string>;
  readonly gtin?: Maybe<string>;
  readonly mpn?: Maybe<string>;
  readonly length?: Maybe<string>;
  readonly width?: Maybe<string>;
  readonly height?: Maybe<string>;
  readonly weight?: Maybe<string>;
  readonly weightUnit?: Maybe<WeightUnit>;
  readonly lengthUnit?: Maybe<LengthUnit>;
  readonly addToScheduledOrder?: Maybe<boolean>;
  readonly processScheduledOrder?: Maybe<boolean>;
  readonly availability?: Maybe<ProductAvailability>;
  readonly stock?: Maybe<number>;
}

/** A product as it is to be written, with every problem of the input noted. */
export function readNewProduct(input: CreateProductInput, check: InputCheck) {
  const text = (name: 'sku' | 'gtin' | 'mpn') => checkOptionalText(input[name], [name], check, { maxLength: 255 });
  const dimension = (name: 'length' | 'width' | 'height' | 'weight') => checkDecimal(input[name], name, check);
  return {
    externalId: checkText(input.externalId, ['externalId'], check, { maxLength: 255 }) ?? '',
    title: checkText(input.title, ['title'], check) ?? '',
    price: readPrice(input.price, 'price', check) ?? 0,
    salePrice: readPrice(input.salePrice, 'salePrice', check),
    sku: text('sku'),
    gtin: text('gtin'),
    mpn: text('mpn'),
    length: dimension('length'),
    width: dimension('width'),
    height: dimension('height'),
    weight: dimension('weight'),
    weightUnit: input.weightUnit ?? null,
    lengthUnit: input.lengthUnit ?? null,
    addToScheduledOrder: input.addToScheduledOrder ?? null,
    processScheduledOrder: input.processScheduledOrder ?? null,
    availability: readAvailability(input.availability, check),
    stock: input.stock ?? null,
  };
}

/** QPilot takes prices as numbers. */
function readPrice(value: Maybe<string>, field: string, check: InputCheck): number | null {
  const decimal = checkDecimal(value, field, check);
  if (decimal === null) return null;
  const number = exactNumber(decimal);
  if (number === null) check.add([field], 'INVALID', 'Has more digits than QPilot can be sent without rounding.');
  return number;
}

function checkDecimal(value: Maybe<string>, field: string, check: InputCheck): string | null {
  if (value === null || value === undefined) return null;
  check.require(isNotNegative(value), [field], 'INVALID', 'Must not be negative.');
  return value;
}

function readAvailability(
  value: Maybe<ProductAvailability>,
  check: InputCheck,
): Exclude<ProductAvailability, 'UNKNOWN'> | null {
  if (value !== 'UNKNOWN') return value ?? null;
  check.add(['availability'], 'INVALID', 'Must be a known availability.');
  return null;
}
