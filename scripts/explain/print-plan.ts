import type { OperationPlan, PlannedField } from './explain-operation.js';
import type { Manner } from './field-calls.js';

const manners: Readonly<Record<Manner, string>> = { ONCE: 'once', BATCH: 'batched', EACH: 'one by one' };

/** A plan as a table for people. */
export function printPlan({ operation, kind, bound, fields, scanCalls }: OperationPlan): string {
  const { calls, objects, points } = bound;
  const rows = fields.flatMap(rowsOf);
  return [
    `${kind} ${operation ?? '(without a name)'}: at the most ${calls} calls and ${objects} objects, ${points} points`,
    '',
    ...(rows.length === 0 ? ['No field of it calls a provider.'] : table([head, ...rows])),
    '',
    'most: calls that the field may make for all objects it is asked of. Batches and equal questions need fewer,',
    'docs/call-budgets.md has measured numbers. A field makes one or several of the calls beside it, by what it finds.',
    ...(fields.some(({ calls }) => calls.some(({ provider }) => provider === 'QPILOT'))
      ? ['The login at QPilot, one call for each operation, is within the bound.']
      : []),
    ...(scanCalls > 0
      ? [`Without the directory it may look into ${scanCalls} records (SCAN_LIMIT) one by one: as many calls more.`]
      : []),
    '',
  ].join('\n');
}

const head = ['field', 'asked of', 'rows', 'most', 'provider', 'call', 'how'];

function rowsOf({ path, askedOf, rows, mostCalls, calls }: PlannedField): string[][] {
  const numbers = [String(askedOf), rows === null ? '' : String(rows), String(mostCalls)];
  const [first, ...others] = calls.map(({ provider, call, manner }) => [provider, call, manners[manner]]);
  return [[path, ...numbers, ...(first ?? ['', '', ''])], ...others.map((call) => ['', '', '', '', ...call])];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column > 0 && column < 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
