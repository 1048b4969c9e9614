import { expect, it } from 'vitest';
import { type Answer } from '../support/gateway.js';
import { ann, asAnn, asBob, asMerchant, startShop } from './support/shop.js';

const document = `{ customer(by: { email: "${ann.email}" }) { email orders(first: 2) { nodes { reference } } } }`;

/** What of Ann an answer shows. */
function shownBy({ data, errors }: Answer): unknown {
  const customer = (data as { customer?: { email: string; orders: { nodes: unknown[] } } | null } | null)?.customer;
  return customer ? [customer.email, customer.orders.nodes.length] : (errors?.[0]?.extensions?.['code'] ?? null);
}

it('shares no answer between callers who may see different things, however close they ask', async () => {
  await using gateway = await startShop();
  const callers = { merchant: await asMerchant(), ann: await asAnn(), bob: await asBob(), nobody: {} };
  const names = Object.keys(callers) as (keyof typeof callers)[];
  const expected = { merchant: [ann.email, 2], ann: [ann.email, 2], bob: null, nobody: 'UNAUTHENTICATED' };
  // From the second round on the document is compiled.
  for (let round = 0; round < 6; round += 1) {
    const order = [...names, ...names].map((name, index) => ({ name, place: (index * 5 + round) % 8 }));
    const asked = order.toSorted((one, other) => one.place - other.place).map(({ name }) => name);
    const answers = await Promise.all(asked.map((name) => gateway.query(document, {}, callers[name])));
    expect(answers.map(shownBy)).toEqual(asked.map((name) => expected[name]));
  }
});
