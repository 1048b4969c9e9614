import { z } from 'zod';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Keeping } from '../../http/kept-answers.js';
import type { SourceParts } from '../_shared/define-provider.js';
import { parseWire } from '../_shared/parse-wire.js';
import { parseRows, parseTolerantly, type WireSource } from '../_shared/tolerant-wire.js';
import { integerWire, listWire } from '../_shared/wire-values.js';
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
  const source: WireSource = { provider: 'QAPLA', warn: parts.reading.warn };
  return {
    /** One parcel, null for none; the label is always asked in Italian, so that no two answers mix languages. */
    getTrack: (key: TrackKey): Promise<WireTrack | null> =>
      read(parts, { method: 'getTrack', query: [key, ['lang', 'ita']] }, (content) => {
        if (content === null) return null;
        const track = parseTolerantly(trackWireSchema, withField(content, 'trackingNumber'), source);
        if (!track.trackingNumber?.trim()) throw missing('trackingNumber');
        return track;
      }),
    /** Parcels imported since then, 100 at the most. */
    getTracks: async (start: WindowStart): Promise<readonly WireTrack[]> =>
      (await readTrackWindow(parts, start, source)).rows,
    /** The same, with what the answer's counter says of a list without rows. */
    getTrackWindow: (start: WindowStart): Promise<TrackWindow> => readTrackWindow(parts, start, source),
    /** Orders imported since then, 100 at the most. */
    getOrders: (start: WindowStart): Promise<readonly WireOrder[]> =>
      read(parts, { method: 'getOrders', query: [startPair(start)] }, (content) =>
        readList(orderWireSchema, { content, names: ['orders'], idOf: (row) => row.reference }, source),
      ),
    /** The array stands under a singular name in the seed document. */
    getCouriers: (countries: readonly string[]): Promise<readonly WireCourier[]> => {
      const query = countries.length === 0 ? [] : [['country', countries.join(',')] as const];
      return read(parts, { method: 'getCouriers', query }, (content) =>
        readList(courierWireSchema, { content, names: ['courier', 'couriers'], idOf: (row) => row.code }, source),
      );
    },
    getCredits: (): Promise<WireCredits | null> =>
      read(parts, { method: 'getCredits', query: [] }, (content) =>
        content === null ? null : parseTolerantly(creditsWireSchema, withField(content, 'credits'), source),
      ),
  };
}

/** Parcels imported since a start. */
export interface TrackWindow {
  readonly rows: readonly WireTrack[];
  /** Whether there is no row although the counter counts some: so the seed document's sample. */
  readonly isBlank: boolean;
}

export type QaplaCalls = ReturnType<typeof createCalls>;

/** A parcel is scanned a few times a day, an import changes when it is sent; couriers and their names hardly ever do. */
const kept: Readonly<Record<Method, Keeping>> = {
  getTrack: { of: 'RECORDS', freshMs: 1000 },
  getTracks: { of: 'RECORDS', freshMs: 1000 },
  getOrders: { of: 'RECORDS', freshMs: 1000 },
  getCouriers: { of: 'SET_UP', freshMs: 3_600_000, staleMs: 86_400_000 },
  getCredits: { of: 'RECORDS', freshMs: 10_000 },
};

type Method = 'getTrack' | 'getTracks' | 'getOrders' | 'getCouriers' | 'getCredits';

function read<Value>(
  { client, config, scope }: QaplaParts,
  { method, query }: { readonly method: Method; readonly query: readonly (readonly [name: string, value: string])[] },
  decode: (content: Envelope | null) => Value,
): Promise<Value> {
  return client.read(
    {
      operation: method,
      method: 'GET',
      path: [method],
      trailingSlash: true,
      query: [authQuery(config.credentials.API_KEY), ...query],
      repeatable: true,
      keeping: kept[method],
    },
    scope,
    (answer) => decode(readEnvelope(answer, method)),
  );
}

function readTrackWindow(parts: QaplaParts, start: WindowStart, source: WireSource): Promise<TrackWindow> {
  return read(parts, { method: 'getTracks', query: [startPair(start)] }, (content) => {
    const idOf = ({ trackingNumber }: WireTrack) => trackingNumber;
    const rows = readList(trackWireSchema, { content, names: ['tracks'], idOf }, source);
    const count = integerWire.safeParse(content?.['count']);
    return { rows, isBlank: rows.length === 0 && count.success && (count.data ?? 0) > 0 };
  });
}

interface ListPlace<Wire> {
  readonly content: Envelope | null;
  /** The first of them that is there holds the list. */
  readonly names: readonly string[];
  /** What says which one a row is. */
  readonly idOf: (row: Wire) => string | null | undefined;
}

/** The rows of an answer, one without an id among them where others have one. `count` is not looked at: it contradicts them in the seed document. */
function readList<Wire>(
  schema: z.ZodType<Wire>,
  { content, names, idOf }: ListPlace<Wire>,
  source: WireSource,
): readonly Wire[] {
  if (content === null) return [];
  const name = names.find((candidate) => candidate in content);
  // A success without its list is no empty list.
  if (name === undefined) throw missing(names.join(' or '));
  const list = parseWire(rawListSchema, content[name], 'QAPLA');
  // What is no row is kept as one without fields, so that the list is known not to be whole.
  const rows = parseRows(
    schema,
    list.map((row) => (isObject(row) ? row : {})),
    source,
  );
  // Rows none of which says which one it is have changed their form: they do not say that there is nothing.
  if (rows.length > 0 && !rows.some((row) => idOf(row)?.trim())) throw missing('id of any row');
  return rows;
}

const rawListSchema = listWire(z.unknown());

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
