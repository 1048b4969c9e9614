import { at, type TestGateway } from './gateway.js';

const states = `{
  orders(first: 1, wait: "7s") { coverage { complete } }
  customers(first: 1) { nodes { id } }
}`;

/** Waits until the directory of a gateway has read everything. */
export async function fillDirectory(gateway: TestGateway): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const coverage = at(await gateway.query(states), 'orders.coverage') as { complete: boolean }[];
    const isFilled = coverage.every(({ complete }) => complete);
    const quiet = gateway.logLines.filter((line) => line.includes('up to date')).length;
    if (isFilled && quiet >= 6) return;
  }
  throw new Error('the directory was not filled in time');
}
