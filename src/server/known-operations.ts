import { Kind, parse } from 'graphql';
import type { TrustedDocuments } from '../config/trusted-documents.js';
import { readOperations } from './explorer/read-operations.js';

/** Names of the operations of `operations/` and of the trusted documents: what may be shown in figures and traces. */
export function knownOperationNames(trusted: TrustedDocuments | null): ReadonlySet<string> {
  return new Set([...readOperations().map(({ name }) => name), ...[...(trusted?.texts ?? [])].flatMap(namesIn)]);
}

/** A text that cannot be read names nothing: the engine says what is wrong with it when it is asked for. */
function namesIn(text: string): string[] {
  try {
    return parse(text, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? []) : [],
    );
  } catch {
    return [];
  }
}
