import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 20 } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const audits = serverAudits({
  url: () => `${gateway.url}/graphql`,
  // CSRF prevention stays on: a browser could not send this header across origins without asking first.
  fetchFn: (url: string, init?: RequestInit) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), 'apollo-require-preflight': '1' } }),
});

describe('GraphQL over HTTP', () => {
  it('is audited in all 61 points', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect({ status: result.status, reason: 'reason' in result ? result.reason : null }).toEqual({
      status: 'ok',
      reason: null,
    });
  });

  it('refuses a cross-site form post', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(response.ok).toBe(false);
  });
});
