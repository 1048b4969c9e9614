import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OutsideProject, startOutsideProject } from './outside-project.js';

const codegen = `schema: node_modules/commercegraph-client/schema.graphql
documents: src/**/*.graphql
generates:
  src/graphql/:
    preset: commercegraph-client/codegen
`;

const operation = `fragment Row on Order {
  reference
  total { amount currency }
}
query unpaidOrders($first: Int!, $email: String) {
  orders(first: $first, filter: { status: [UNPAID], customerEmail: $email }) {
    nodes { ...Row customer { email } }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const component = `import { useUnpaidOrdersQuery } from './graphql/apollo-hooks.js';

export function UnpaidOrders({ email }: { readonly email: string }) {
  const { data } = useUnpaidOrdersQuery({ variables: { first: 20, email } });
  return <ul>{data?.orders?.nodes.map(({ id, reference, total }) => <li key={id}>{reference} {total?.amount}</li>)}</ul>;
}
`;

let project: OutsideProject;
beforeAll(() => {
  project = startOutsideProject();
}, 120_000);
afterAll(() => project[Symbol.dispose]());

describe('a project with the client package', { timeout: 120_000 }, () => {
  it('makes a typed hook of an operation file, and it compiles under strict', () => {
    project.write({
      'codegen.yml': codegen,
      'src/unpaid-orders.graphql': operation,
      'src/UnpaidOrders.tsx': component,
    });
    expect(project.codegen()).toMatchObject({ ok: true });
    expect(project.compile()).toEqual({ ok: true, output: '' });
  });

  it('has its documents in a manifest of its own', () => {
    const manifest = JSON.parse(project.read('src/graphql/persisted-documents.json')) as Record<string, string>;
    const [entry] = Object.entries(manifest);
    expect(Object.keys(manifest)).toHaveLength(1);
    expect(entry?.[1]).toContain('query unpaidOrders');
    expect(entry?.[0]).toBe(
      createHash('sha256')
        .update(entry?.[1] ?? '')
        .digest('hex'),
    );
  });

  it.each([
    ['a wrong variable', 'first: 20', "first: '20'", "Type 'string' is not assignable to type 'number'"],
    ['a missing variable', 'first: 20, email', 'email', "Property 'first' is missing"],
    ['a field that the operation does not ask for', 'total?.amount', 'total?.raw', "Property 'raw' does not exist"],
  ])('does not compile with %s', (_, right, wrong, message) => {
    project.write({ 'src/UnpaidOrders.tsx': component.replace(right, wrong) });
    const { ok, output } = project.compile();
    project.write({ 'src/UnpaidOrders.tsx': component });
    expect(ok).toBe(false);
    expect(output).toContain(message);
  });

  it('does not build any more when a field of the schema got another name', () => {
    const rename = (schema: string) =>
      schema.replace(/(type Order implements Node \{[\s\S]*?\n {2})reference(: String!)/, '$1orderNumber$2');
    project.edit('schema.graphql', rename);
    const { ok, output } = project.codegen();
    expect(ok).toBe(false);
    expect(output).toContain('Cannot query field "reference" on type "Order"');
  });

  it('has hooks, documents, policies and errors of the package itself', () => {
    project.write({
      'src/page.ts': `import { InMemoryCache } from '@apollo/client';
import { Customer360Document, newIdempotencyKey, providerErrors, type Provider } from 'commercegraph-client';
import { cacheOptions } from 'commercegraph-client/cache';
import { useCustomer360Query, useSetOrderStatusMutation } from 'commercegraph-client/react';

export const cache = new InMemoryCache(cacheOptions);
export const provider: Provider | undefined = providerErrors(undefined)[0]?.provider;
export const all = [Customer360Document, newIdempotencyKey(), useCustomer360Query, useSetOrderStatusMutation];
`,
    });
    expect(project.compile()).toEqual({ ok: true, output: '' });
  });
});
