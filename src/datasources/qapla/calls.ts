import type { z } from 'zod';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { SourceParts } from '../_shared/define-provider.js';
import { parseWire } from '../_shared/parse-wire.js';
import { listWire } from '../_shared/wire-values.js';
import { authQuery } from './auth.js';
import { type Envelope, readEnvelope } from './envelope.js';
import {
  courierWireSchema,
  creditsWireSchema,
  orderWireSchema,
  trackWireSchema,
  type WireCourier,
  type WireCredits,
  type WireOrder,
  type WireTrack,
} from './wire.js';

export type QaplaParts = SourceParts<'API_KEY', never>;

/** What to ask a parcel by: exactly one of the two (seed document, getTrack). */
export type TrackKey = readonly [name: 'trackingNumber' | 'reference', value: string];

/** Since when a list is asked: a local time `YYYY-MM-DD HH:MM:SS`, or days back from today, 0 for today. */
export type WindowStart = { readonly dateFrom: string } | { readonly days: number };

/** The calls of one operation, one function each. */
export function createCalls(parts: QaplaParts) {
  return {
    /** One parcel, null for none; the label is always asked in Italian, so that no two answers mix languages. */
    getTrack: async (key: TrackKey): Promise<WireTrack | null> => {
      const content = await read(parts, 'getTrack', [key, ['lang', 'ita']]);
      return content === null ? null : parseWire(trackWireSchema, withField(content, 'trackingNumber'), 'QAPLA');
    },
    /** Parcels imported since then, 100 at the most. */
    getTracks: async (start: WindowStart): Promise<readonly WireTrack[]> => {
      const content = await read(parts, 'getTracks', [startPair(start)]);
      return readList(content, ['tracks'], trackWireSchema);
    },
    /** Orders imported since then, 100 at the most. */
    getOrders: async (start: WindowStart): Promise<readonly WireOrder[]> => {
      const content = await read(parts, 'getOrders', [startPair(start)]);
      return readList(content, ['orders'], orderWireSchema);
    },
    /** The array stands under a singular name in the seed document. */
    getCouriers: async (countries: readonly string[]): Promise<readonly WireCourier[]> => {
      const content = await read(
        parts,
        'getCouriers',
        countries.length === 0 ? [] : [['country', countries.join(',')]],
      );
      return readList(content, ['courier', 'couriers'], courierWireSchema);
    },
    getCredits: async (): Promise<WireCredits | null> => {
      const content = await read(parts, 'getCredits', []);
      return content === null ? null : parseWire(creditsWireSchema, withField(content, 'credits'), 'QAPLA');
    },
  };
}

export type QaplaCalls = ReturnType<typeof createCalls>;

async function read(
  { client, config, scope }: QaplaParts,
  method: string,
  query: readonly (readonly [name: string, value: string])[],
): Promise<Envelope | null> {
  const answer = await client.send(
    {
      operation: method,
      method: 'GET',
      path: [method],
      trailingSlash: true,
      query: [authQuery(config.credentials.API_KEY), ...query],
      repeatable: true,
    },
    scope,
  );
  return readEnvelope(answer, method);
}

/** The rows under the first of the names there is. `count` is not looked at: it contradicts them in the seed document. */
function readList<Schema extends z.ZodType>(
  content: Envelope | null,
  names: readonly string[],
  row: Schema,
): readonly z.output<Schema>[] {
  if (content === null) return [];
  const name = names.find((candidate) => candidate in content);
  // A success without its list is no empty list.
  if (name === undefined) throw missing(names.join(' or '));
  return parseWire(listWire(row), content[name], 'QAPLA');
}

/** A content that has its main field. A success without it has changed its form: it does not say that there is nothing. */
function withField(content: Envelope, name: string): Envelope {
  const value = content[name];
  if (value === undefined || value === null || value === '') throw missing(name);
  return content;
}

function missing(name: string): UpstreamError {
  return new UpstreamError('PROVIDER_CONTRACT', 'QAPLA', { detail: `${name}: missing` });
}

function startPair(start: WindowStart): readonly [name: string, value: string] {
  return 'dateFrom' in start ? ['dateFrom', start.dateFrom] : ['days', String(start.days)];
}
