import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { freePort } from '../support/free-port.js';
import { startReceiver } from './webhook-receiver.js';

let sandbox: Sandbox | undefined;

afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});

describe('the sandbox', () => {
  it('runs five providers and names each in the environment for a gateway', async () => {
    sandbox = await startSandbox({ orders: 40 });
    const urls = Object.values(sandbox.providers).map(({ url }) => url);
    expect(new Set(urls).size).toBe(5);
    for (const url of urls) expect(Object.values(sandbox.env).some((value) => value.startsWith(url))).toBe(true);
    expect(Object.keys(sandbox.env).filter((name) => name.endsWith('_BASE_URL'))).toHaveLength(5);
  });

  it('forgets requests and faults when cleared but keeps what was written', async () => {
    sandbox = await startSandbox({ orders: 40 });
    const { qapla } = sandbox.providers;
    const pushTrack = [{ trackingNumber: 'KEPT1', courier: 'DHL', shipDate: '2026-01-02' }];
    const body = JSON.stringify({ apiKey: 'qapla_sandbox_key', pushTrack });
    await fetch(`${qapla.url}/1.1/pushTrack/`, { method: 'POST', body });
    qapla.faults.add({ fault: { kind: 'status', status: 500 } });
    sandbox.clear();
    expect(qapla.requests).toEqual([]);
    const response = await fetch(`${qapla.url}/1.1/getTrack/?apiKey=qapla_sandbox_key&trackingNumber=KEPT1`);
    expect(await response.json()).toMatchObject({ getTrack: { error: false, trackingNumber: 'KEPT1' } });
  });

  it('calls the address of a gateway, by the name of each provider, until it is told to stop', async () => {
    sandbox = await startSandbox({ orders: 40 });
    await using receiver = await startReceiver();
    const { quickbutik, qpilot, qapla, influencersoft, qard } = sandbox.providers;
    const change = async () => {
      await fetch(`${quickbutik.url}/__orders`, { method: 'POST' });
      await fetch(`${qpilot.url}/__scheduled-orders/880001`, { method: 'POST', body: '{"note":"hello"}' });
      await fetch(`${qapla.url}/__parcels/2878202252347/advance`, { method: 'POST', body: '{"status":"4"}' });
      const invoice = { rpsKey: 'is_sandbox_key', customer_email: 'a@example.com', product_names: '1' };
      const body = new URLSearchParams({ ...invoice, order_status: 'Paid' });
      await fetch(`${influencersoft.url}/api/createorder`, { method: 'POST', body });
      await sandbox?.webhooksSettled();
    };
    sandbox.setWebhookTarget(`${receiver.url}/`, 'a/secret');
    await change();
    const names = ['influencersoft', 'qapla', 'qpilot', 'quickbutik'];
    expect(receiver.arrived.map(({ path }) => path).sort()).toEqual(
      names.map((name) => `/webhooks/${name}/a%2Fsecret`),
    );
    expect(qard.webhooks.sent).toEqual([]);
    sandbox.clear();
    expect(quickbutik.webhooks.sent).toEqual([]);
    sandbox.setWebhookTarget(null, 'a/secret');
    await change();
    expect(receiver.arrived).toHaveLength(4);
  });

  it('hands on how the shop and the lists of parcels are to behave', async () => {
    sandbox = await startSandbox({ orders: 40, shopExtras: 'refused', qaplaRows: 'descending' });
    const basic = `Basic ${Buffer.from('qb_sandbox_key:qb_sandbox_key').toString('base64')}`;
    const url = `${sandbox.providers.quickbutik.url}/v1/orders?limit=1`;
    expect((await fetch(url, { headers: { authorization: basic } })).status).toBe(400);
    const list = await fetch(
      `${sandbox.providers.qapla.url}/1.1/getOrders/?apiKey=qapla_sandbox_key&dateFrom=2017-01-01`,
    );
    const { getOrders } = (await list.json()) as { getOrders: { orders: { reference: string }[] } };
    expect(getOrders.orders.length).toBeGreaterThan(2);
    expect(getOrders.orders.at(-1)?.reference).toMatch(/^(100001408|1033815D)$/);
  });

  it('starts its clock at the given moment', async () => {
    sandbox = await startSandbox({ orders: 40, now: new Date('2026-03-01T09:30:00Z') });
    const response = await fetch(`${sandbox.providers.qapla.url}/1.1/getCredits/?apiKey=qapla_sandbox_key`);
    const { getCredits } = (await response.json()) as { getCredits: { date: string } };
    expect(getCredits.date).toMatch(/^2026-03-01 10:3\d:\d\d$/);
  });

  it('leaves nothing running when one port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()));
    const { port } = taken.address() as AddressInfo;
    const free = await freePort();
    await expect(startSandbox({ orders: 40, ports: { qard: port, qpilot: free } })).rejects.toThrow(/EADDRINUSE/);
    await expect(fetch(`http://127.0.0.1:${free}/__faults`)).rejects.toThrow();
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe('the followed shopper', () => {
  it('is known to the four providers that can be asked about people', async () => {
    sandbox = await startSandbox({ orders: 200 });
    const { env, world } = sandbox;
    const ask = async (url: string, headers: Record<string, string> = {}, body?: object): Promise<string> => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const response = await fetch(url, { ...init, headers: { 'content-type': 'application/json', ...headers } });
      expect(response.status, url).toBe(200);
      return response.text();
    };
    const account = { email: env['QPILOT_EMAIL'], password: env['QPILOT_PASSWORD'], accessScope: 'Merchant' };
    const login = JSON.parse(await ask(`${env['QPILOT_BASE_URL']}/AccessTokens/Login`, {}, account)) as {
      tokenBearerAuth: string;
    };
    const site = `${env['QPILOT_BASE_URL']}/Sites/${env['QPILOT_SITE_ID']}`;
    const bearer = { authorization: `Bearer ${login.tokenBearerAuth}` };
    const key = env['QUICKBUTIK_API_KEY'] ?? '';
    const basic = { authorization: `Basic ${Buffer.from(`${key}:${key}`).toString('base64')}` };
    const order = world.orders.findLast(({ shopper }) => shopper.id === '29920');
    const qard = `${env['QARD_BASE_URL']}/api/v6/users/${env['QARD_USER_ID']}/commerce-customers?per_page=100`;
    const answers = await Promise.all([
      ask(`${site}/Customers/29920`, bearer),
      ask(`${env['QUICKBUTIK_BASE_URL']}/orders?order_id=${order?.reference}`, basic),
      ask(`${env['QAPLA_BASE_URL']}/getOrders/?apiKey=${env['QAPLA_API_KEY']}&days=60`),
      ask(qard, { 'x-api-key': env['QARD_API_KEY'] ?? '' }),
    ]);
    for (const answer of answers) expect(answer).toContain('chris@example.com');
  });
});
