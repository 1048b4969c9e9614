import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';

const folder = join(import.meta.dirname, '../../operations');

/** The operations front ends send, by name, each as a document of its own. */
export const operations: Readonly<Record<string, { readonly document: string; readonly kind: string }>> =
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql') && file !== 'inputs.graphql')
      .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions.filter(isOperation))
      .map((operation) => [operation.name?.value, { document: print(operation), kind: operation.operation }]),
  );

/** The fixed inputs and enums, as text. */
export const fixedInputs = readFileSync(join(folder, 'inputs.graphql'), 'utf8');

/** The example variables of the operations, by name. */
export const exampleVariables = JSON.parse(readFileSync(join(folder, 'variables.json'), 'utf8')) as Record<
  string,
  object
>;

/** One operation's document. */
export function operation(name: string): string {
  const found = operations[name];
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found.document;
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}
