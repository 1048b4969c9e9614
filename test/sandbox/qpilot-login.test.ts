import { describe, expect, it } from 'vitest';
import { ACCOUNT, NOW, startTestQPilot } from './qpilot-start.js';

describe('logging in at the QPilot sandbox', () => {
  it('answers 401 with an empty body without a token, with a wrong one and with one older than ten minutes', async () => {
    await using qpilot = await startTestQPilot();
    const refusal = { status: 401, body: null };
    expect(await qpilot.send('GET Sites/77/Customers', null)).toEqual(refusal);
    expect(await qpilot.send('GET Sites/77/Customers', 'made_up_token')).toEqual(refusal);
    expect((await qpilot.call('GET Customers')).status).toBe(200);
    qpilot.clock.now = new Date(NOW.getTime() + 600_000);
    expect(await qpilot.call('GET Customers')).toEqual(refusal);
  });

  it('asks for the right password and the scope Merchant', async () => {
    await using qpilot = await startTestQPilot();
    const login = (change: object) =>
      qpilot.send('POST AccessTokens/Login', null, { ...ACCOUNT, accessScope: 'Merchant', ...change });
    expect((await login({ password: 'wrong' })).status).toBe(401);
    expect((await login({ accessScope: 'Customer' })).status).toBe(400);
    const [one, other] = [await qpilot.login(), await qpilot.login()];
    expect(one).not.toBe(other);
  });

  it("lets a customer token reach that customer's records and nothing else", async () => {
    await using qpilot = await startTestQPilot();
    const token = await qpilot.login('0001');
    const statusOf = async (target: string) => (await qpilot.send(target, token)).status;
    expect(await statusOf('GET Sites/77/Customers/0001/ScheduledOrders')).toBe(200);
    expect(await statusOf('GET Sites/77/ScheduledOrders/880003')).toBe(200);
    expect(await statusOf('GET Sites/77/PaymentMethods/10934')).toBe(200);
    expect(await statusOf('PUT Sites/77/ScheduledOrders/880003/Status/Paused')).toBe(200);
    expect(await statusOf('GET Sites/77/Customers/1')).toBe(403);
    expect(await statusOf('GET Sites/77/Customers')).toBe(403);
    expect(await statusOf('GET Sites/77/ScheduledOrders')).toBe(403);
    expect(await statusOf('GET Sites/77/ScheduledOrders/880001')).toBe(403);
    expect(await statusOf('GET Sites/77/Products')).toBe(403);
    const unknown = await qpilot.send('POST Sites/77/AccessTokens/CustomerLogin', null, {
      ...ACCOUNT,
      customerId: '1',
    });
    expect(unknown.status).toBe(404);
  });
});
