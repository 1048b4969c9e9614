/** How to tell the rows of one kind from what is wrapped around them. */
export interface RowShape {
  /** Names under which a row states its id, the documented one first. */
  readonly idFields: readonly string[];
  /** Names under which an answer may hold its rows. */
  readonly wrappers: readonly string[];
}

export type RawRow = Readonly<Record<string, unknown>>;

/**
 * The rows of an answer, whichever of the observed shapes it has: an array, one bare row, either of them under a wrapper, or
 * a map whose keys are ids. An empty array has no rows (PHP writes an empty map so). What is no row in an array is one without fields.
 *
 * @returns null when the body has none of these shapes: null and a bare `{}` have none.
 * @remarks The seed document prints some of them, public clients meet the rest; see README, "Shapes".
 */
export function rowsOf(body: unknown, shape: RowShape): readonly RawRow[] | null {
  if (Array.isArray(body)) return body.map((row: unknown) => (isRow(row) ? row : {}));
  if (!isRow(body)) return null;
  if (statesId(body, shape)) return [body];
  const wrapper = shape.wrappers.find((name) => name in body);
  if (wrapper !== undefined) return isEmptyMap(body[wrapper]) ? [] : rowsOf(body[wrapper], shape);
  return rowsOfMap(body, shape);
}

/** Whether a row says which one it is. */
export function statesId(row: RawRow, { idFields }: RowShape): boolean {
  return idFields.some((field) => isId(row[field]));
}

function rowsOfMap(body: RawRow, shape: RowShape): readonly RawRow[] | null {
  const idField = shape.idFields[0] ?? 'id';
  const rows: RawRow[] = [];
  for (const [key, value] of Object.entries(body)) {
    // A word is no id but the name of a wrapper that nobody has described.
    if (!isRow(value) || !/\d/.test(key)) return null;
    rows.push(statesId(value, shape) ? value : { ...value, [idField]: key });
  }
  return rows.length === 0 ? null : rows;
}

function isEmptyMap(value: unknown): boolean {
  return isRow(value) && Object.keys(value).length === 0;
}

function isRow(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}
