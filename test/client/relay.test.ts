import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { at, startTestGateway } from '../support/gateway.js';

const component = (field: string) => `import { graphql } from 'react-relay';

graphql\`
  query PageQuery($email: String!) {
    customer(by: { email: $email }) { ...Orders_customer }
  }
\`;

graphql\`
  fragment Orders_customer on Customer
  @refetchable(queryName: "OrdersPaginationQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" }) {
    orders(first: $first, after: $after) @connection(key: "Orders_customer__orders") {
      edges { node { ${field} total { amount currency } } }
      coverage { provider complete }
    }
  }
\`;
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commercegraph-relay-'));
  mkdirSync(join(folder, 'src'));
  cpSync(join(packageRoot, 'schema.printed.graphql'), join(folder, 'schema.graphql'));
  const settings = { src: './src', schema: './schema.graphql', language: 'typescript' };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(settings));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles a paginated, refetchable fragment, and gives the texts of the operations it makes. */
function compile(field: string): Record<'PageQuery' | 'OrdersPaginationQuery', string> {
  writeFileSync(join(folder, 'src/Page.ts'), component(field));
  execFileSync(join(packageRoot, 'node_modules/.bin/relay-compiler'), [], { cwd: folder, stdio: 'pipe' });
  const textOf = (name: string) => {
    const artifact = readFileSync(join(folder, `src/__generated__/${name}.graphql.ts`), 'utf8');
    return JSON.parse(/"text": (".*")/.exec(artifact)?.[1] ?? '""') as string;
  };
  return { PageQuery: textOf('PageQuery'), OrdersPaginationQuery: textOf('OrdersPaginationQuery') };
}

describe('relay-compiler', () => {
  it('accepts the printed schema, and its queries page through a customer’s orders', async () => {
    const { PageQuery, OrdersPaginationQuery } = compile('reference');
    await using gateway = await startTestGateway({ sandbox: { orders: 60 } });
    const first = await gateway.query(PageQuery, { email: 'chris@example.com' });
    expect(first.errors).toBeUndefined();
    const id = at(first, 'customer.id');
    const after = at(first, 'customer.orders.pageInfo.endCursor');
    const second = await gateway.query(OrdersPaginationQuery, { id, first: 2, after });
    expect(second.errors).toBeUndefined();
    const references = [first, second].flatMap((answer) =>
      [0, 1].map((row) => at(answer, `${answer === first ? 'customer' : 'node'}.orders.edges.${row}.node.reference`)),
    );
    expect(new Set(references).size).toBe(4);
    expect(references).not.toContain(undefined);
  });

  it('refuses a field that the schema does not have', () => {
    expect(() => compile('orderNumber')).toThrow('orderNumber');
  });
});
