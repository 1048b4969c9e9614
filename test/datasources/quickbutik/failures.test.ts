import { expect, test } from 'vitest';
import { startShop, testKey } from './start-shop.js';

test.each([
  ['wrong credentials', { status: 401, text: '' }, 'PROVIDER_AUTH'],
  ['wrong credentials told inside a 200', { json: { code: 401, error: `no access for ${testKey}` } }, 'PROVIDER_AUTH'],
  ['a bad request', { status: 400, text: '<b>400</b>' }, 'PROVIDER_REJECTED'],
  ['an error text inside a 200', { json: { error: 'Ett fel inträffade' } }, 'PROVIDER_REJECTED'],
  ['a proxy page with status 200', { text: '<html>login</html>' }, 'PROVIDER_CONTRACT'],
  ['cut off JSON', { text: '{"results":[' }, 'PROVIDER_CONTRACT'],
  ['a bare text', { json: 'nothing' }, 'PROVIDER_CONTRACT'],
  ['a field of another type', { json: { results: [{ id: {}, title: 'a' }] } }, 'PROVIDER_CONTRACT'],
])('fails with a stable code for %s', async (_case, reply, code) => {
  await using shop = await startShop(() => reply);

  await expect(shop.source.shippingMethods.all()).rejects.toMatchObject({ code, provider: 'QUICKBUTIK' });
});

test('tries a read again that the shop failed to answer', async () => {
  let calls = 0;
  await using shop = await startShop(() => {
    calls += 1;
    return calls === 1 ? { status: 500, text: '<h1>500</h1>' } : { json: { results: [] } };
  });

  expect(await shop.source.paymentMethods.all()).toEqual([]);
  expect(shop.requests).toHaveLength(2);
});

test('shows the key in neither errors nor log', async () => {
  await using shop = await startShop(() => ({ status: 403, text: testKey }));
  const basic = Buffer.from(`${testKey}:${testKey}`).toString('base64');

  const error = await shop.source.orders.list({ statuses: null, paidFrom: null }).catch(String);
  const told = [error, ...shop.logLines].join('\n');

  expect(told).toContain('PROVIDER_AUTH');
  expect(told).not.toContain(testKey);
  expect(told).not.toContain(basic);
});

test('reads a body that starts with a byte-order mark and holds ids longer than a double', async () => {
  await using shop = await startShop(() => ({ text: '\ufeff[{"order_id":12345678901234567890,"status":"1"}]' }));

  const { rows } = await shop.source.orders.list({ statuses: null, paidFrom: null });

  expect(rows).toMatchObject([{ reference: '12345678901234567890' }]);
});
