import { type Answer, at, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

/** The input of an operation's example. */
export function exampleInput(name: string): Record<string, unknown> {
  return (exampleVariables[name] as { input: Record<string, unknown> }).input;
}

/** Runs an operation, with its example when no input is given. */
export function runOn(gateway: TestGateway, name: string, input?: object): Promise<Answer> {
  return gateway.query(operation(name), input === undefined ? exampleVariables[name] : { input });
}

/** The `userErrors` of a mutation, each as its path and code. */
export function problemsOf(answer: Answer, mutation: string): string[] {
  const found = at(answer, `${mutation}.userErrors`) as { field: string[]; code: string }[];
  return found.map(({ field, code }) => `${field.join('.')} ${code}`);
}

/** How often QPilot carried out each kind of write. */
export async function appliedAt(gateway: TestGateway): Promise<Record<string, number>> {
  const answer = await fetch(`${gateway.sandbox.providers.qpilot.url}/__applied`);
  return (await answer.json()) as Record<string, number>;
}
