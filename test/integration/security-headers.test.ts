import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const get = (path: string) => fetch(`${gateway.url}${path}`);

describe('every answer', () => {
  it.each(['/graphql?query=%7B__typename%7D', '/healthz', '/nothing', '/webhooks/quickbutik/guessed_test_secret'])(
    'is data that is kept in no cache and shown in no frame: %s',
    async (path) => {
      const answer = await get(path);
      await answer.text();
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it('of a page has the policy that the page needs', async () => {
    const page = await get('/explorer/');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const [, script = ''] = /src="([^"]+\.js)"/.exec(await page.text()) ?? [];
    const file = await get(new URL(script, `${gateway.url}/explorer/`).pathname);
    // Left unread it would keep the connection busy.
    await file.arrayBuffer();
    expect([file.status, file.headers.get('content-security-policy')]).toEqual([
      200,
      page.headers.get('content-security-policy'),
    ]);
  });
});
