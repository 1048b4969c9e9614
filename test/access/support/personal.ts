import { at, type TestGateway } from '../../support/gateway.js';
import { type Arguments, deepSelection } from './documents.js';
import { asMerchant } from './shop.js';

/** Fields whose texts name a person or a thing of theirs. */
const personalFields: ReadonlySet<string> = new Set([
  'id',
  'externalId',
  'email',
  'name',
  'firstName',
  'lastName',
  'phone',
  'company',
  'lines',
  'city',
  'postalCode',
  'reference',
  'note',
  'trackingNumber',
  'trackingUrl',
  'courierTrackingUrl',
  'transactionId',
  'lastFourDigits',
  'cursor',
  'startCursor',
  'endCursor',
]);
/** What is the shop's, not the shopper's. */
const shared: ReadonlySet<string> = new Set(['product', 'courier', 'coverage']);

/** Everything the merchant sees of a customer, as far down as their records go. */
export async function seenOf(gateway: TestGateway, email: string): Promise<object> {
  const args: Arguments = { 'Customer.orders': { first: 50 }, 'Customer.shipments': { first: 50 } };
  const text = `query ($email: String!) { customer(by: { email: $email }) { ${deepSelection('Customer', 5, args)} } }`;
  const seen = at(await gateway.query(text, { email }, await asMerchant()), 'customer');
  if (typeof seen !== 'object' || seen === null) throw new Error(`the merchant sees nothing of ${email}`);
  return seen;
}

/** The texts in an answer that are personal to somebody, each once. */
export function personalTexts(value: unknown, name = ''): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...personalTexts(item, name)]));
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([key]) => !shared.has(key));
    return new Set(parts.flatMap(([key, part]) => [...personalTexts(part, key)]));
  }
  return new Set(typeof value === 'string' && value !== '' && personalFields.has(name) ? [value] : []);
}

/** The texts of one person that are not another's too, such as a town. */
export function onlyOf(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((text) => !other.has(text));
}

/** Which personal texts stand in what somebody else was answered; codings of ids and cursors are undone. */
export function leaksIn(answered: string, personal: readonly string[]): readonly string[] {
  const texts = [...textsIn(answered)].flatMap((text) => [text, ...(decoded(text) ?? [])]);
  return personal.filter((wanted) => texts.some((text) => stands(wanted, text)));
}

/** A short text or a number counts only as a whole: four digits stand in many a time. */
function stands(wanted: string, text: string): boolean {
  if (text === wanted) return true;
  if (wanted.length >= 6 && !/^\d+$/.test(wanted)) return text.toLowerCase().includes(wanted.toLowerCase());
  const quoted = wanted.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}.:-])${quoted}(?![\p{L}\p{N}.:-])`, 'u').test(text);
}

/** The texts of an answer of any kind: of JSON its values, without what names the request itself. */
function* textsIn(answered: string): Generator<string> {
  for (const line of answered.split('\n')) {
    const json = line.replace(/^data: /, '');
    let parsed: unknown;
    try {
      parsed = JSON.parse(json);
    } catch {
      yield line;
      continue;
    }
    yield* leavesOf(parsed);
  }
}

function* leavesOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* leavesOf(item);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) if (key !== 'requestId' && key !== 'cost') yield* leavesOf(part);
  } else if (value !== null && typeof value !== 'boolean') yield String(value);
}

function decoded(text: string): string[] | null {
  if (!/^[\w-]{8,}$/.test(text)) return null;
  const plain = Buffer.from(text, 'base64url').toString('utf8');
  return /\p{Cc}|\ufffd/u.test(plain) ? null : [plain, ...plain.split(/[":,[\]]/)];
}
