import type { SandboxReply } from '../kernel/request.js';
import { invalid, jsonObject, numberField, ok, textField } from './replies.js';
import type { SiteCall } from './routes.js';
import { countApplied } from './state.js';
import { utcText } from './utc-text.js';
import type { WireProduct } from './wire.js';

const AVAILABILITIES = ['Undefined', 'InStock', 'OutOfStock', 'Preorder'];
const WEIGHT_UNITS = ['Pound', 'Ounce', 'Kilogram', 'Gram'];
/** Spelled as QPilot spells them. */
const LENGTH_UNITS = ['Inch', 'Foot', 'Yard', 'Milimeter', 'Centimeter', 'Meter'];

/** `POST /Products`; a product whose id exists already is overwritten (assumed, as for customers). */
export function createProduct({ request, state, now }: SiteCall): SandboxReply {
  const body = jsonObject(request);
  const id = textField(body, 'id');
  const title = textField(body, 'title');
  if (id === null || id === '') throw invalid('The Id field is required.');
  if (title === null || title === '') throw invalid('The Title field is required.');
  if ((numberField(body, 'siteId') ?? state.siteId) !== state.siteId) throw invalid('The SiteId field does not match.');
  const kept = state.products.get(id);
  const written = utcText(now);
  const product: WireProduct = {
    id,
    siteId: state.siteId,
    title,
    price: numberField(body, 'price'),
    salePrice: numberField(body, 'salePrice'),
    sku: textField(body, 'sku'),
    gtin: textField(body, 'gtin'),
    mpn: textField(body, 'mpn'),
    length: dimension(body, 'length'),
    width: dimension(body, 'width'),
    height: dimension(body, 'height'),
    weight: dimension(body, 'weight'),
    weightUnitType: oneOf(body, 'weightUnitType', WEIGHT_UNITS),
    lengthUnitType: oneOf(body, 'lengthUnitType', LENGTH_UNITS),
    addToScheduledOrder: body['addToScheduledOrder'] === true,
    processScheduledOrder: body['processScheduledOrder'] === true,
    availability: oneOf(body, 'availability', AVAILABILITIES) ?? 'Undefined',
    stock: numberField(body, 'stock'),
    active: true,
    createdUtc: kept?.createdUtc ?? written,
    updatedUtc: written,
  };
  state.products.set(id, product);
  countApplied(state, 'createProduct');
  return ok(product, kept === undefined ? 201 : 200);
}

/** The guide sends dimensions as strings that hold numbers. */
function dimension(body: Record<string, unknown>, name: string): string | null {
  const text = textField(body, name);
  if (text !== null && !/^\d+(\.\d+)?$/.test(text)) throw invalid(`The ${name} field must hold a number.`);
  return text;
}

function oneOf(body: Record<string, unknown>, name: string, words: readonly string[]): string | null {
  const word = textField(body, name);
  if (word !== null && !words.includes(word)) throw invalid(`The ${name} field is not one of ${words.join(', ')}.`);
  return word;
}
