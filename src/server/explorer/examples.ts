import { randomUUID } from 'node:crypto';
import type { Gateway } from '../../context/create-context.js';
import { exampleVariables } from './example-variables.js';
import { type ExampleOperation, readOperations, readVariables } from './read-operations.js';

/** An operation that can be sent as it is. */
export interface Example extends ExampleOperation {
  readonly variables: object;
}

const operations = readOperations();
const variables: Readonly<Record<string, object>> = { ...readVariables(), ...exampleVariables };

/**
 * The operations of `operations/` with variables that the sandbox answers. Mutations have new keys each time: the ledger outlives
 * the sandbox and would give yesterday's answers. In live mode they have no variables: a click must not change a real shop.
 */
export function openExamples(mode: Gateway['mode']): readonly Example[] {
  return operations.map((operation) => {
    const isLiveWrite = mode === 'LIVE' && operation.kind === 'mutation';
    return { ...operation, variables: isLiveWrite ? {} : withNewKey(variables[operation.name] ?? {}) };
  });
}

function withNewKey(given: object): object {
  const { input } = given as { input?: { idempotencyKey?: string } };
  return input?.idempotencyKey === undefined ? given : { ...given, input: { ...input, idempotencyKey: randomUUID() } };
}
