import type { SandboxProviderName } from '../../sandbox/start-sandbox.js';
import type { Answer, TestGateway } from './gateway.js';
import { exampleVariables } from './operations.js';

/** The example input of a mutation with parts of it replaced. */
export function exampleInput(name: string, changes: object = {}): Record<string, unknown> {
  return { ...(exampleVariables[name] as { input: object }).input, ...changes };
}

/** How often a provider of the sandbox has carried out each kind of write. */
export async function appliedOf(
  gateway: TestGateway,
  provider: SandboxProviderName,
): Promise<Readonly<Record<string, number>>> {
  const answer = await fetch(`${gateway.sandbox.providers[provider].url}/__applied`);
  return (await answer.json()) as Record<string, number>;
}

/** The codes in `errors`; empty when there are none. */
export function codesOf({ errors }: Answer): unknown[] {
  return (errors ?? []).map(({ extensions }) => extensions?.['code']);
}
