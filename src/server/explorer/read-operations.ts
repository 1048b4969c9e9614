import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, type OperationTypeNode, parse } from 'graphql';
import { packageRoot } from '../../package-root.js';

/** One operation of `operations/`, as it stands there. */
export interface ExampleOperation {
  readonly name: string;
  readonly kind: `${OperationTypeNode}`;
  /** Its text with the comment above it. */
  readonly document: string;
}

const folder = join(packageRoot, 'operations');
const openedFirst = 'Customer360';
const order = ['query', 'subscription', 'mutation'];

/** All operations: first the one that shows most, then queries, subscriptions, mutations. */
export function readOperations(): readonly ExampleOperation[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .flatMap((file) => operationsOf(readFileSync(join(folder, file), 'utf8')));
  const rank = ({ name, kind }: ExampleOperation) => (name === openedFirst ? -1 : order.indexOf(kind));
  return found.sort((one, other) => rank(one) - rank(other));
}

/** `operations/variables.json`: example variables by operation. */
export function readVariables(): Readonly<Record<string, object>> {
  const { '//': _, ...variables } = JSON.parse(readFileSync(join(folder, 'variables.json'), 'utf8')) as Record<
    string,
    object
  >;
  return variables;
}

/** Each operation reaches from the end of the definition before it, so that it keeps its comment. */
function operationsOf(text: string): ExampleOperation[] {
  let start = 0;
  return parse(text).definitions.flatMap((definition) => {
    const document = text.slice(start, definition.loc?.end).trim();
    start = definition.loc?.end ?? start;
    return definition.kind === Kind.OPERATION_DEFINITION ? [exampleOf(definition, document)] : [];
  });
}

function exampleOf({ name, operation }: OperationDefinitionNode, document: string): ExampleOperation {
  return { name: name?.value ?? operation, kind: operation, document };
}
