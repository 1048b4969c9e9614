import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { composeServices } from '@theguild/federation-composition';
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loyaltySdl, startLoyalty } from '../src/loyalty/start-loyalty.js';
import { readSdl, startCommercegraph } from './commercegraph.js';

const closing: (() => Promise<void>)[] = [];
let query: (document: string) => Promise<ExecutionResult<Record<string, unknown>>>;

beforeAll(async () => {
  const commerce = await startCommercegraph();
  closing.unshift(commerce.close);
  const loyalty = await startLoyalty(0);
  closing.unshift(loyalty.close);
  const { supergraphSdl } = composeServices([
    { name: 'commercegraph', url: commerce.url, typeDefs: parse(await readSdl(commerce.url)) },
    { name: 'loyalty', url: loyalty.url, typeDefs: parse(loyaltySdl) },
  ]);
  const gateway = createGatewayRuntime({ supergraph: supergraphSdl ?? '', logging: false });
  closing.unshift(async () => gateway.dispose());
  query = async (document) => {
    const response = await gateway.fetch('http://127.0.0.1/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document }),
    });
    return (await response.json()) as ExecutionResult<Record<string, unknown>>;
  };
});
afterAll(async () => {
  for (const close of closing) await close();
});

describe("Hive's gateway", () => {
  it('goes from the points to shoppers of commercegraph and from there to the points', async () => {
    expect(await query('{ topLoyaltyAccounts(first: 2) { points customer { name } } }')).toEqual({
      data: {
        topLoyaltyAccounts: [
          { points: 2340, customer: { name: 'Chris Wilking' } },
          { points: 610, customer: { name: 'Elin Ek' } },
        ],
      },
    });
    expect(await query('{ customer(by: { email: "chris@example.com" }) { name loyalty { tier } } }')).toEqual({
      data: { customer: { name: 'Chris Wilking', loyalty: { tier: 'GOLD' } } },
    });
  });
});
