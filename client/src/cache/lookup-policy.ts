import type { FieldReadFunction, Reference } from '@apollo/client';

/** A field that gives a record by id: where the id stands among the arguments, and the record's type unless it may be any. */
export interface LookupShape {
  readonly at: readonly string[];
  readonly type: string | null;
}

type Access = Pick<Parameters<FieldReadFunction>[1], 'toReference' | 'canRead'>;

/** Reads a look-up by id from what is known of the record, whichever operation brought it. */
export function readById({ at, type }: LookupShape, records: readonly string[]): FieldReadFunction {
  const types = type === null ? records : [type];
  return (existing, { args, ...access }) => {
    const id = at.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], args);
    return recordOf(id, types, access) ?? existing;
  };
}

/** Reads a look-up by several ids, when all of the records are known. */
export function readAllById(records: readonly string[]): FieldReadFunction {
  return (existing, { args, ...access }) => {
    const ids: unknown = args?.['ids'];
    if (existing !== undefined || !Array.isArray(ids)) return existing;
    const found = ids.map((id) => recordOf(id, records, access));
    return found.includes(undefined) ? undefined : found;
  };
}

/** A record's place in the cache. Ids are global but say nothing of their type, so that it is looked for among all that it may be. */
function recordOf(id: unknown, types: readonly string[], { toReference, canRead }: Access): Reference | undefined {
  if (typeof id !== 'string') return undefined;
  return types.map((__typename) => toReference({ __typename, id })).find((reference) => canRead(reference));
}
