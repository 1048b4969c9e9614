import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessEnv, apiKey, customerClaims, tokenOf } from '../access/support/credentials.js';
import { type Answer, startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

const asked = { 'x-upstream-plan': '1' };
const slow = /"msg":"operation"/;

interface Plan {
  readonly sharedOperation: boolean;
  readonly providers: readonly { readonly provider: string; readonly calls: number; readonly shared: number }[];
}

const planOf = ({ extensions }: Answer) => extensions?.['upstream'] as Plan | undefined;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());
afterEach(() => vi.useRealTimers());

describe('extensions.upstream', () => {
  it('has the calls that each provider got', async () => {
    gateway.sandbox.clear();
    const answer = await gateway.query(operation('Customer360'), exampleVariables['Customer360'], asked);
    const calls = planOf(answer)?.providers.map(({ provider, calls }) => [provider.toLowerCase(), calls]);
    expect(Object.fromEntries(calls ?? [])).toEqual(gateway.calls());
    expect(planOf(answer)?.sharedOperation).toBe(false);
  });

  it('is left out unless it is asked for', async () => {
    expect(planOf(await gateway.query('{ orders(first: 1) { nodes { id } } }'))).toBeUndefined();
    expect(planOf(await gateway.query('{ orders(first: 1) { nodes { id } } }', {}, { 'x-upstream-plan': '0' }))).toBe(
      undefined,
    );
  });

  it('says what was taken from what was kept', async () => {
    await gateway.query('{ shippingMethods { title } }');
    const answer = await gateway.query('{ shippingMethods { title } }', {}, asked);
    expect(planOf(answer)?.providers).toMatchObject([{ provider: 'QUICKBUTIK', calls: 0, cached: 1 }]);
  });

  it('says of equal operations which one made the calls, and of the others that they shared them', async () => {
    const query = '{ orders(first: 3) { nodes { reference lines { sku } } } }';
    await gateway.query(query);
    await gateway.query(query);
    gateway.sandbox.clear();
    const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.query(query, {}, asked)));
    const plans = answers.map((answer) => planOf(answer));
    expect(plans.filter((plan) => plan?.sharedOperation === true).length).toBeGreaterThan(0);
    const made = plans.flatMap((plan) => plan?.providers.map(({ calls }) => calls) ?? []);
    expect(made.reduce((sum, calls) => sum + calls, 0)).toBe(
      Object.values(gateway.calls()).reduce((sum, calls) => sum + calls, 0),
    );
    const follower = plans.find((plan) => plan?.sharedOperation === true);
    expect(follower?.providers.every(({ calls, shared }) => calls === 0 && shared > 0)).toBe(true);
  });

  it('is for the merchant, and not for shoppers or strangers', async () => {
    await using guarded = await startTestGateway({ sandbox: { orders: 20 }, env: accessEnv });
    const document = '{ categories { name } }';
    const token = await tokenOf(customerClaims('chris@example.com', null));
    expect(planOf(await guarded.query(document, {}, { ...asked, 'x-api-key': apiKey }))).toBeDefined();
    expect(planOf(await guarded.query(document, {}, { ...asked, authorization: `Bearer ${token}` }))).toBeUndefined();
    expect(planOf(await guarded.query(document, {}, asked))).toBeUndefined();
  });

  it('is for everybody in the sandbox', async () => {
    await using sandbox = await startTestGateway({ sandbox: { orders: 20 }, env: accessEnv, mode: 'SANDBOX' });
    const token = await tokenOf(customerClaims('chris@example.com', null));
    const headers = { ...asked, authorization: `Bearer ${token}` };
    expect(planOf(await sandbox.query('{ categories { name } }', {}, headers))).toBeDefined();
  });
});

describe('extensions.stale', () => {
  it('says how old an answer is that stands in for one that cannot be had, asked for or not, and is not stored', async () => {
    await using own = await startTestGateway({ sandbox: { orders: 20 } });
    const document = '{ categories { name } }';
    const { data } = await own.query(document);
    own.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 503 } });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
    for (let times = 0; times < 3; times += 1) {
      const answer = await own.query(document);
      expect([answer.data, answer.errors]).toEqual([data, undefined]);
      const ageMs: unknown = expect.toSatisfy((age: number) => age >= 301_000);
      expect(answer.extensions?.['stale']).toEqual([{ provider: 'QUICKBUTIK', ageMs }]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    vi.setSystemTime(Date.now() + 3_600_000);
    expect((await own.query(document)).errors?.[0]?.extensions['code']).toBe('PROVIDER_UNAVAILABLE');
  });

  it('is told to each of several who share one operation', async () => {
    await using own = await startTestGateway({ sandbox: { orders: 20 } });
    const document = '{ categories { name } }';
    await own.query(document);
    await own.query(document);
    own.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 503 } });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => own.query(document, {}, asked)));
    expect(answers.some((answer) => planOf(answer)?.sharedOperation)).toBe(true);
    for (const { extensions } of answers) expect(extensions?.['stale']).toHaveLength(1);
  });
});

describe('the log line of a slow operation', () => {
  it('has what was asked of each provider; that of a fast one has not', async () => {
    await using own = await startTestGateway({ sandbox: { orders: 20 }, env: { SLOW_OPERATION_MS: '150' } });
    await own.query('{ categories { name } }');
    own.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 200 } });
    await own.query('{ shippingMethods { title } }');
    const lines = own.logLines.filter((line) => slow.test(line)).map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { level: 30 },
      { level: 40, upstream: { sharedOperation: false, providers: [{ provider: 'QUICKBUTIK', calls: 1 }] } },
    ]);
    expect(lines[0]).not.toHaveProperty('upstream');
  });
});
