import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { at, sandboxNow, startTestGateway, type TestGateway } from './gateway.js';
import { exampleVariables, operation } from './operations.js';
import { codesOf } from './writing.js';

const category = `mutation ($key: String) {
  createCategory(input: { idempotencyKey: $key, name: "Kablar" }) { category { id name } }
}`;
const parcel = '{ shipment(by: { trackingNumber: "NAJ10192938" }) { trackingNumber } }';
const invoice = '{ order(by: { reference: "i-1" }) { provider reference } }';
/** A key that the imitation does not take: what is sent under it is seen there, and refused. */
const newKey = { QUICKBUTIK_API_KEY: 'qb_test_new_key' };

/** What has to hold of stores wherever they are. @param share the variables that have gateways share their stores, made for each test */
export function describeAccounts(name: string, share: () => Readonly<Record<string, string>>): void {
  let sandbox: Sandbox;
  let shared: Readonly<Record<string, string>>;
  beforeEach(async () => {
    sandbox = await startSandbox({ orders: 20, now: sandboxNow });
    shared = { ...share(), INFLUENCERSOFT_RATE_PER_SECOND: '0', ID_SECRET: 'invented-id-secret-1' };
  });
  afterEach(() => sandbox.close());

  const start = (env: Readonly<Record<string, string>> = {}, without: readonly string[] = []) =>
    startTestGateway({ over: sandbox, env: { ...shared, ...env }, without });
  const posts = (of: Sandbox = sandbox) =>
    of.providers.quickbutik.requests.filter(({ method }) => method === 'POST').length;
  const write = (gateway: TestGateway) => gateway.query(category, { key: 'once' });
  /** What one gateway answers to the write, from its start to its end. */
  const writeAt = async (env: Readonly<Record<string, string>> = {}, without: readonly string[] = []) => {
    await using gateway = await start(env, without);
    const answer = await write(gateway);
    return { answer, codes: codesOf(answer), category: at(answer, 'createCategory.category'), log: gateway.logLines };
  };
  const warnings = (log: readonly string[]) =>
    log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => /remembered/.test(String(msg)));

  describe(`with ${name}, a write that is repeated with its idempotency key`, () => {
    it('is not sent again after a password was changed', async () => {
      const variables = exampleVariables['CreateCustomer'];
      const create = async (env: Readonly<Record<string, string>>) => {
        await using gateway = await start(env);
        return await gateway.query(operation('CreateCustomer'), variables);
      };
      const sent = () => sandbox.providers.qpilot.requests.filter(({ path }) => path.includes('/Customers')).length;
      const first = await create({});
      const before = sent();
      expect(codesOf(first)).toEqual([]);
      const again = await create({ QPILOT_PASSWORD: 'qp_test_new_password', QPILOT_EMAIL: 'other@example.com' });
      expect(codesOf(again)).toEqual([]);
      expect(again.data).toEqual(first.data);
      expect(sent()).toBe(before);
    });

    it('is not sent again after a provider was added, and after another one was taken away', async () => {
      const first = await writeAt({}, ['QAPLA', 'QARD']);
      const more = await writeAt({}, ['QARD']);
      const others = await writeAt({}, ['INFLUENCERSOFT']);
      expect([more.category, others.category]).toEqual([first.category, first.category]);
      expect(first.codes).toEqual([]);
      expect(posts()).toBe(1);
    });

    it('is not sent again after another provider has another account', async () => {
      const first = await writeAt();
      const other = await writeAt({ QPILOT_SITE_ID: '78', QAPLA_API_KEY: 'qapla_test_other' });
      expect(other.category).toEqual(first.category);
      expect(posts()).toBe(1);
    });

    it('is not sent again after the key of an account was changed that had a name before', async () => {
      const first = await writeAt();
      const named = await writeAt({ QUICKBUTIK_ACCOUNT: 'my-shop' });
      const changed = await writeAt({ QUICKBUTIK_ACCOUNT: 'my-shop', ...newKey });
      expect([named.category, changed.category]).toEqual([first.category, first.category]);
      expect(posts()).toBe(1);
      expect(warnings(changed.log)).toEqual([]);
    });

    it('is refused, unsent, after a key was changed without a word, until the gateway is told what it said', async () => {
      const first = await writeAt();
      const changed = await writeAt(newKey);
      expect(changed.codes).toEqual(['LEDGER_UNAVAILABLE']);
      const [warning] = warnings(changed.log);
      expect(warning).toMatchObject({ level: 40, provider: 'QUICKBUTIK' });
      const [variable = '', value = ''] = String(warning?.['ifSameAccount']).split('=');
      expect([variable, value]).toEqual(['QUICKBUTIK_ACCOUNT', expect.stringMatching(/^known-[0-9a-f]{12}$/)]);
      const told = await writeAt({ ...newKey, [variable]: value });
      expect(told.category).toEqual(first.category);
      expect(warnings(told.log)).toEqual([]);
      expect(posts()).toBe(1);
    });

    it('is refused, unsent, after a key was changed and a name was given at once', async () => {
      await writeAt();
      const changed = await writeAt({ QUICKBUTIK_ACCOUNT: 'my-shop', ...newKey });
      expect(changed.codes).toEqual(['LEDGER_UNAVAILABLE']);
      expect(warnings(changed.log)).toHaveLength(1);
      expect(posts()).toBe(1);
    });

    it('is another write for an account at another address', async () => {
      const other = await startSandbox({ orders: 20, now: sandboxNow });
      await writeAt();
      const elsewhere = await writeAt({ ...other.env });
      expect(elsewhere.codes).toEqual([]);
      expect([posts(), posts(other)]).toEqual([1, 1]);
      await other.close();
    });

    it('is another write for another site', async () => {
      const create = async (env: Readonly<Record<string, string>>) => {
        await using gateway = await start(env);
        return await gateway.query(operation('CreateCustomer'), exampleVariables['CreateCustomer']);
      };
      const sentTo = (site: string) =>
        sandbox.providers.qpilot.requests.filter(({ path }) => path.includes(`/Sites/${site}/Customers`)).length;
      await create({});
      expect([sentTo('77') > 0, sentTo('78')]).toEqual([true, 0]);
      await create({ QPILOT_SITE_ID: '78' });
      expect(sentTo('78')).toBeGreaterThan(0);
    });

    it('is another write for an account that has a name of its own', async () => {
      await writeAt({ QUICKBUTIK_ACCOUNT: 'production' });
      const staging = await writeAt({ QUICKBUTIK_ACCOUNT: 'staging', ...newKey });
      expect(staging.codes).toEqual(['PROVIDER_AUTH']);
      expect(posts()).toBe(2);
      expect(warnings(staging.log)).toEqual([]);
    });
  });

  describe(`with ${name}, what no provider gives back`, () => {
    it('is shown to the account it was written at, whatever its key is, and to no other', async () => {
      const shipping = { trackingNumber: 'NAJ 10192938' };
      const orders = [{ reference: '12345', status: 'DONE', shipping }];
      await using first = await start({ QUICKBUTIK_ACCOUNT: 'production' });
      expect(codesOf(await first.query(operation('SetOrderStatus'), { input: { orders } }))).toEqual([]);
      const shown = async (env: Readonly<Record<string, string>>) => {
        await using gateway = await start(env);
        return at(await gateway.query(parcel), 'shipment');
      };
      expect(await shown({ QUICKBUTIK_ACCOUNT: 'production', ...newKey })).toEqual({ trackingNumber: 'NAJ 10192938' });
      expect(await shown({ QUICKBUTIK_ACCOUNT: 'staging', ...newKey })).toBeNull();
      expect(await shown(newKey)).toBeNull();
    });

    it('is an invoice of the account, whatever its key is, and of no other', async () => {
      await using first = await start();
      expect(codesOf(await first.query(operation('CreateInvoice'), exampleVariables['CreateInvoice']))).toEqual([]);
      const shown = async (env: Readonly<Record<string, string>>) => {
        await using gateway = await start(env);
        return at(await gateway.query(invoice), 'order');
      };
      const placed = { provider: 'INFLUENCERSOFT', reference: 'i-1' };
      expect(await shown({ INFLUENCERSOFT_API_KEY: 'is_test_new_key' })).toEqual(placed);
      expect(await shown({ INFLUENCERSOFT_USERNAME: 'another-login' })).toBeNull();
    });
  });
}
