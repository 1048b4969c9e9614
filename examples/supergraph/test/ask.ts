import type { ExecutionResult } from 'graphql';

/** What a GraphQL endpoint answers. */
export async function ask(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ExecutionResult<Record<string, unknown>>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as ExecutionResult<Record<string, unknown>>;
}
