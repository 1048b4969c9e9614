import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainOperation, type OperationPlan } from '../../scripts/explain/explain-operation.js';
import { fieldCalls } from '../../scripts/explain/field-calls.js';
import { packageRoot } from '../../src/package-root.js';
import { readCosts } from '../../src/server/limits/cost-model.js';
import { loadSchema } from '../../src/server/load-schema.js';
import { countCalls } from '../support/call-names.js';
import { fillDirectory } from '../support/fill-directory.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation, operations } from '../support/operations.js';
import { mutationRows } from '../support/rows-of-operations.js';

const schema = loadSchema();
const folder = mkdtempSync(join(tmpdir(), 'commercegraph-explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function planOf(name: string, variables: object): OperationPlan {
  const asked = { text: operation(name), name, operationName: null, scanLimit: 200 };
  return explainOperation(schema, { ...asked, variables: { ...variables } });
}

const ownVariables: Readonly<Record<string, object>> = {
  ...exampleVariables,
  Product: { by: { sku: 'rco-atl-993' } },
  ScheduledOrder: { by: { id: '880001' } },
  CustomerAccessToken: { input: { customerId: '29920' } },
  CreateSubscriptionProduct: { input: { externalId: 'p-77', title: 'Tea', price: '4.50' } },
  CreateCategory: { input: { name: 'Hattar' } },
  ForgetCustomer: { input: { by: { email: 'nobody@example.com' } } },
};

/** A recorded call as plans name it: parameters that only say how much is asked for left out. */
function shortName(call: string): string {
  const [provider = '', method = '', address = ''] = call.split(' ');
  const [path = '', query = ''] = address.split('?');
  const short = path
    .replace(/^\/(?:v1\/|Sites\/\{\}\/|api\/v6\/(?:\{\}\/\{\}\/)?|\{\}\/|rest\/)?/, '')
    .replace(/^providers\/shopify/, 'providers/{}')
    .replace(/^(ScheduledOrders\/\{\})\/(?!ProcessingCycles).+/, '$1');
  const key = query
    .split('&')
    .find((name) => /^(?:order_id|product_id|sku|reference|trackingNumber|search)$/.test(name));
  return `${provider.toUpperCase()} ${method} ${short}${key === undefined ? '' : `?${key}`}`;
}

function plannedCalls({ fields }: OperationPlan): Set<string> {
  return new Set(fields.flatMap(({ calls }) => calls.map(({ provider, call }) => `${provider} ${call}`)));
}

/** Everything asked for an operation that its plan does not have. */
async function unplanned(gateway: TestGateway, name: string, variables: object): Promise<string[]> {
  gateway.sandbox.clear();
  await gateway.query(operation(name), variables);
  const planned = plannedCalls(planOf(name, variables));
  const made = [...countCalls(gateway.sandbox).keys()].filter((call) => !call.includes('/AccessTokens/Login'));
  return made.map(shortName).filter((call) => !planned.has(call));
}

describe('the plan of an operation', () => {
  it('has calls for every field that costs some, and for no other', () => {
    const costly = [...readCosts(schema)].flatMap(([type, fields]) =>
      [...fields]
        .filter(([, cost]) => cost.calls + cost.callsPerRow > 0 || cost.mayScan)
        .map(([field]) => `${type}.${field}`),
    );
    expect(Object.keys(fieldCalls).sort()).toEqual(costly.sort());
  });

  it('adds up to the bound', () => {
    for (const name of ['Customer360', 'OrdersPage', 'ScheduledOrders', 'Catalog', 'CommerceData']) {
      const { bound, fields } = planOf(name, ownVariables[name] ?? {});
      expect([name, fields.reduce((sum, { mostCalls }) => sum + mostCalls, 0)]).toEqual([name, bound.calls]);
    }
  });

  it('counts rows by the variables', () => {
    const ten = planOf('OrdersPage', { first: 10 });
    const fifty = planOf('OrdersPage', { first: 50 });
    const shipments = ({ fields }: OperationPlan) => fields.find(({ field }) => field === 'Order.shipments');
    expect([shipments(ten)?.askedOf, shipments(fifty)?.askedOf]).toEqual([10, 50]);
    expect(fifty.bound.calls).toBeGreaterThan(ten.bound.calls);
  });

  describe('has every call that is made for it', () => {
    let cold: TestGateway;
    let filled: TestGateway;
    beforeAll(async () => {
      const env = { MAX_COST: '1000000', DIRECTORY_INTERVAL: '1h' };
      cold = await startTestGateway({ sandbox: { orders: 300 }, env });
      filled = await startTestGateway({ sandbox: { orders: 300 }, env: { ...env, DIRECTORY: '1' } });
      await fillDirectory(filled);
    }, 60_000);
    afterAll(async () => {
      await cold[Symbol.asyncDispose]();
      await filled[Symbol.asyncDispose]();
    });
    const named = (kind: string) => Object.keys(operations).filter((name) => operations[name]?.kind === kind);

    it.each(named('query'))('%s', async (name) => {
      expect(await unplanned(filled, name, ownVariables[name] ?? {})).toEqual([]);
      expect(await unplanned(cold, name, ownVariables[name] ?? {})).toEqual([]);
    });

    it.each(named('mutation'))('%s', async (name) => {
      const variables = mutationRows(cold)[name]?.(3) ?? ownVariables[name] ?? {};
      expect(await unplanned(cold, name, variables)).toEqual([]);
    });
  });
});

describe('npm run explain', () => {
  const run = async (...given: string[]) => {
    const args = ['--import', 'tsx', 'scripts/explain.ts', ...given];
    return promisify(execFile)(process.execPath, args, { cwd: packageRoot }).then(
      ({ stdout }) => ({ stdout, stderr: '', code: 0 }),
      ({ stdout, stderr, code }: { stdout: string; stderr: string; code: number }) => ({ stdout, stderr, code }),
    );
  };
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('prints a table, or JSON, with the variables of the operation out of a file that has those of several', async () => {
    const given = ['operations/customer-360.graphql', '--variables', 'operations/variables.json'];
    const { stdout } = await run(...given);
    expect(stdout).toContain('query Customer360: at the most 203 calls and 509 objects, 229 points\n');
    expect(stdout).toMatch(
      /^customer\.orders\.nodes\.shipments +10 +3 +20 +QAPLA +GET getTrack\?trackingNumber +one by one$/m,
    );
    const plan = JSON.parse((await run(...given, '--json')).stdout) as OperationPlan;
    expect(plan).toEqual(planOf('Customer360', exampleVariables['Customer360'] ?? {}));
  });

  it('says what is wrong, where, and how to go on', async () => {
    const several = await run('operations/shop-catalog.graphql');
    expect(several).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/has 7 operations: Product, .*--operation/),
    });
    expect((await run('operations/order.graphql')).stderr).toBe(
      'Variable "$by" of required type "OrderLookup!" was not provided.\n',
    );
    const wrong = await run(file('wrong.graphql', '{ orders { nodes { nonsense } } }'));
    expect(wrong.stderr).toMatch(/Cannot query field "nonsense" on type "Order".[\s\S]*wrong\.graphql:1:20/);
    expect((await run(file('broken.graphql', '{ orders {'))).stderr).toMatch(/Syntax Error[\s\S]*broken\.graphql:1:11/);
    const list = await run('operations/order.graphql', '--variables', file('list.json', '[]'));
    expect(list.stderr).toContain('must hold an object with the variables');
    const noJson = await run('operations/order.graphql', '--variables', file('no.json', '{'));
    expect(noJson.stderr).toContain('is no JSON');
    expect((await run('nowhere.graphql')).stderr).toContain('cannot be read');
    expect((await run('operations/order.graphql', '--verbose')).stderr).toContain("Unknown option '--verbose'");
  }, 60_000);
});
