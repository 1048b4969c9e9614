import { describe, expect, it } from 'vitest';
import { Webhooks } from '../../sandbox/kernel/webhooks.js';
import { createQaplaState } from '../../sandbox/qapla/state.js';
import { seedState } from '../../sandbox/qpilot/seed-state.js';
import { startSandbox } from '../../sandbox/start-sandbox.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-03-01T09:30:00Z');

describe('a large sandbox', () => {
  it('starts with twenty thousand orders and four thousand shoppers in a few seconds', async () => {
    const before = process.cpuUsage();
    const sandbox = await startSandbox({ orders: 20_000, now: NOW });
    const { user, system } = process.cpuUsage(before);
    // Time of the processor: others on the machine do not slow it.
    expect((user + system) / 1e6).toBeLessThan(4);
    expect(sandbox.world.orders).toHaveLength(20_000);
    expect(sandbox.world.shoppers).toHaveLength(4_000);
    await sandbox.close();
  });

  it('shares its people between the shop, the subscriptions and the imports', () => {
    const world = createWorld({ seed: 1, orders: 15_000, now: NOW });
    const emails = (list: string[]): Set<string> => new Set(list.map((email) => email.toLowerCase()));
    const buyers = emails(world.orders.map(({ shopper }) => shopper.email));
    const qpilot = seedState(world, 77);
    const subscribers = emails([...qpilot.customers.values()].map(({ email }) => email));
    const given = { now: () => NOW, rows: 'ascending', apiKey: 'key', webhooks: new Webhooks() } as const;
    const qapla = createQaplaState(world, given);
    const imported = emails(qapla.orders.map(({ customerEmail }) => customerEmail));
    expect(world.shoppers).toHaveLength(3_000);
    // Nine shoppers of ten have bought, four of ten subscribe, and most imports belong to one of them.
    expect(buyers.size).toBeGreaterThan(2_500);
    expect(shared(buyers, subscribers)).toBeGreaterThan(900);
    expect(shared(imported, buyers)).toBeGreaterThan(800);
    expect(shared(imported, subscribers)).toBeGreaterThan(300);
    const references = new Set(world.orders.map(({ reference }) => reference));
    expect(qapla.orders.filter(({ reference }) => references.has(reference)).length).toBeGreaterThan(500);
    expect(qapla.parcels.filter(({ reference }) => references.has(reference)).length).toBeGreaterThan(1_500);
    const cycles = [...qpilot.cycles.values()].flat().filter(({ clientOrderId }) => clientOrderId !== null);
    expect(cycles.length).toBeGreaterThan(500);
    expect(cycles.every(({ clientOrderId }) => references.has(clientOrderId ?? ''))).toBe(true);
  });
});

function shared(one: Set<string>, other: Set<string>): number {
  return [...one].filter((value) => other.has(value)).length;
}
