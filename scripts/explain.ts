import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadSchema } from '../src/server/load-schema.js';
import { CannotExplain, explainOperation } from './explain/explain-operation.js';
import { printPlan } from './explain/print-plan.js';

const usage = `npm run explain -- operation.graphql [--variables file.json] [--operation Name] [--scan-limit 200] [--json]

Prints which calls an operation may make and how many at the most, without making any.`;

const options = {
  variables: { type: 'string' },
  operation: { type: 'string' },
  'scan-limit': { type: 'string', default: '200' },
  json: { type: 'boolean', default: false },
} as const;

function explain(): string {
  const { values, positionals } = readArguments();
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    throw new CannotExplain([`Name one file with an operation.\n\n${usage}`]);
  const scanLimit = Number(values['scan-limit']);
  if (!Number.isInteger(scanLimit) || scanLimit < 0) throw new CannotExplain(['--scan-limit must be a whole number.']);
  const plan = explainOperation(loadSchema(), {
    text: read(path),
    name: path,
    operationName: values.operation ?? null,
    variables: values.variables === undefined ? {} : readVariables(values.variables),
    scanLimit,
  });
  return values.json ? `${JSON.stringify(plan, null, 2)}\n` : printPlan(plan);
}

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new CannotExplain([`${messageOf(error)}\n\n${usage}`]);
  }
}

function readVariables(path: string): Record<string, unknown> {
  const text = read(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CannotExplain([`${path} is no JSON: ${messageOf(error)}`]);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new CannotExplain([`${path} must hold an object with the variables.`]);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotExplain([`${path} cannot be read: ${messageOf(error)}`]);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  process.stdout.write(explain());
} catch (error) {
  if (!(error instanceof CannotExplain)) throw error;
  process.stderr.write(`${error.problems.join('\n\n')}\n`);
  process.exitCode = 1;
}
