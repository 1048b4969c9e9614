import type { z } from 'zod';
import type { ProviderName } from '../../domain/provider.js';
import type { Reading } from '../../domain/reading.js';
import { contractError } from './parse-wire.js';

/** Who answered, and where values that cannot be read are counted. */
export interface WireSource {
  readonly provider: ProviderName;
  readonly warn: Reading['warn'];
}

type Path = readonly PropertyKey[];
type Container = Record<PropertyKey, unknown> | unknown[];

/** Nested answers are not deeper than this: each round gives up one level more. */
const maxRounds = 24;

/**
 * A decoded answer as the wire schema describes it, without the values that do not fit it.
 *
 * @remarks An odd value costs its field, which reads as null; an odd row of an inner list, that row. Both are counted by the names of
 * the fields, unless the value is one of those that PHP writes for nothing: `false`, `""` and `[]`.
 * @throws UpstreamError PROVIDER_CONTRACT when the record cannot do without what does not fit.
 */
export function parseTolerantly<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { provider, warn }: WireSource,
): z.output<Schema> {
  const parsed = parseWithout(schema, value, warn);
  if (parsed.success) return parsed.data;
  throw contractError(parsed.error, provider);
}

/**
 * The rows of a list, each read as by `parseTolerantly`; one that cannot be read is left out and counted.
 *
 * @throws UpstreamError PROVIDER_CONTRACT when there are rows and none can be read.
 */
export function parseRows<Schema extends z.ZodType>(
  schema: Schema,
  values: readonly unknown[],
  { provider, warn }: WireSource,
): z.output<Schema>[] {
  const rows: z.output<Schema>[] = [];
  let misfit: z.ZodError | null = null;
  for (const value of values) {
    const parsed = parseWithout(schema, value, warn);
    if (parsed.success) rows.push(parsed.data);
    else misfit = parsed.error;
  }
  if (misfit !== null && rows.length === 0) throw contractError(misfit, provider);
  return rows;
}

function parseWithout<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  warn: Reading['warn'],
): z.ZodSafeParseResult<z.output<Schema>> {
  let parsed = schema.safeParse(value);
  if (parsed.success) return parsed;
  const copy = structuredClone(value);
  for (let round = 0; !parsed.success && round < maxRounds; round += 1) {
    const paths = parsed.error.issues.flatMap((issue) => pathsOf(issue));
    const lost = paths.map((path) => giveUp(copy, path, warn));
    // What has to be there is not: the row itself cannot be read.
    if (lost.includes(false)) return counted(parsed, paths, warn);
    removeLostRows(copy);
    parsed = schema.safeParse(copy);
  }
  return parsed;
}

function counted<Result>(parsed: Result, paths: readonly Path[], warn: Reading['warn']): Result {
  warn(nameOf(paths.find((path) => path.length > 0) ?? []));
  return parsed;
}

/** Where an issue is. That of a union lies inside the one branch whose outer form the value has, where there is one. */
function pathsOf(issue: z.core.$ZodIssue): Path[] {
  if (issue.code !== 'invalid_union') return [issue.path];
  const branch = issue.errors.find((inner) => inner.length > 0 && inner.every(({ path }) => path.length > 0));
  if (branch === undefined) return [issue.path];
  return branch.flatMap((inner) => pathsOf(inner)).map((path) => [...issue.path, ...path]);
}

const lostRow = Symbol('lost row');

/** Takes a value out; one that is not there takes with it what holds it. @returns whether there was anything to take out. */
function giveUp(root: unknown, path: Path, warn: Reading['warn']): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path[length - 1] ?? '';
    const container = containerAt(root, path.slice(0, length - 1));
    // What held it has been taken out in this round.
    if (container === null) return true;
    const value: unknown = Reflect.get(container, key);
    if (value === lostRow) return true;
    const isRow = /^\d+$/.test(String(key));
    if (!isRow && (value === null || value === undefined)) continue;
    Reflect.set(container, key, isRow ? lostRow : null);
    if (isRow || !isNothing(value)) warn(nameOf(path));
    return true;
  }
  return false;
}

function containerAt(root: unknown, path: Path): Container | null {
  let value = root;
  for (const key of path) value = isContainer(value) ? Reflect.get(value, key) : null;
  return isContainer(value) ? value : null;
}

/** Rows are marked first and taken out together: the paths of one round count them all. */
function removeLostRows(value: unknown): void {
  if (!isContainer(value)) return;
  if (Array.isArray(value)) value.splice(0, value.length, ...value.filter((row) => row !== lostRow));
  for (const [key, inner] of Object.entries(value)) {
    if (inner === lostRow) Reflect.deleteProperty(value, key);
    else removeLostRows(inner);
  }
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function isNothing(value: unknown): boolean {
  return value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

function nameOf(path: Path): string {
  return path.filter((key) => typeof key === 'string' && !/^\d+$/.test(key)).join('.') || '(row)';
}
