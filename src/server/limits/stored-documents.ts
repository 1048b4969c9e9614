import type { FastifyRequest } from 'fastify';
import type { TrustedDocuments } from '../../config/trusted-documents.js';

/** What a request says of its document: the text, or by what id it is stored. */
export interface DocumentRequest {
  readonly query?: string | null | undefined;
  readonly documentId?: string | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Where documents are kept that were sent before, under their ids. */
interface DocumentCache {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, text: string) => Promise<void>;
  readonly delete: (key: string) => Promise<boolean>;
}

/** The prefix of the engine's own. */
const prefix = 'apq:';

/** Trusted documents in the form in which the engine keeps those it was sent; nothing is added to them. */
export function asCache({ byId }: TrustedDocuments): DocumentCache {
  return {
    get: async (key) => byId.get(key.slice(prefix.length)),
    set: async () => {},
    delete: async () => false,
  };
}

/** A request for a stored document in full: as it is when it has a text, or when none is stored under its id. */
export async function completeRequest<Request extends DocumentRequest>(
  given: Request,
  cache: Pick<DocumentCache, 'get'>,
): Promise<Request> {
  const request = nameById(given);
  const id = request.query ? null : idIn(request);
  const query = id === null ? undefined : await cache.get(`${prefix}${id}`);
  if (query === undefined) return request;
  const { documentId: _, extensions: __, ...rest } = request;
  return { ...rest, query } as Request;
}

/**
 * Lets the engine find documents by `documentId`, as it finds them by the extension `persistedQuery`: changes the body or the address of a
 * request that has the former.
 */
export function nameStoredDocument(request: FastifyRequest): void {
  if (isObject(request.body)) request.body = nameById(request.body);
  const [path, search = ''] = request.url.split('?');
  if (!search.includes('documentId=')) return;
  const parameters = new URLSearchParams(search);
  const id = parameters.get('documentId');
  if (id === null || parameters.has('query') || parameters.has('extensions')) return;
  parameters.set('extensions', JSON.stringify({ persistedQuery: persistedQuery(id) }));
  request.raw.url = `${path}?${parameters.toString()}`;
}

function nameById<Request extends DocumentRequest>(request: Request): Request {
  const { documentId, query, extensions } = request;
  if (typeof documentId !== 'string' || query) return request;
  return { ...request, query: undefined, extensions: { ...extensions, persistedQuery: persistedQuery(documentId) } };
}

function persistedQuery(id: string): object {
  return { version: 1, sha256Hash: id.replace(/^sha256:/, '') };
}

function idIn({ extensions }: DocumentRequest): string | null {
  const named = extensions?.['persistedQuery'];
  const id = isObject(named) ? (named as { sha256Hash?: unknown }).sha256Hash : null;
  return typeof id === 'string' ? id : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
