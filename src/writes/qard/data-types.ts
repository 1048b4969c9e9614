import type { CommerceDataType, CommerceKind, CommerceProvider } from '../../domain/commerce.js';
import type { InputCheck } from '../input-check.js';

const path = ['dataTypes'];

/** Kinds of data as a write may ask for them: at least one, each once, none unknown. */
export function readDataTypes(given: readonly CommerceDataType[], check: InputCheck): CommerceKind[] {
  if (given.length === 0) check.add(path, 'REQUIRED', 'Must name at least one kind of data.');
  for (const [index, type] of given.entries()) {
    if (type === 'UNKNOWN') check.add([...path, index], 'UNSUPPORTED', 'Names no kind of data.');
    else if (given.indexOf(type) < index) check.add([...path, index], 'INVALID', 'Is named already.');
  }
  return given.filter((type) => type !== 'UNKNOWN');
}

/** The platform in the aggregator's word; null with a problem noted. */
export function readPlatform(provider: CommerceProvider, check: InputCheck): 'shopify' | null {
  if (provider === 'SHOPIFY') return 'shopify';
  check.add(['provider'], 'UNSUPPORTED', 'Names no platform.');
  return null;
}
