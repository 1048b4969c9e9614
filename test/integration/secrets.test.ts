import { describe, expect, it } from 'vitest';
import { startTestGateway } from '../support/gateway.js';
import { exampleVariables, operation, operations } from '../support/operations.js';

describe('secrets and personal data', () => {
  it('appear in no log line and no error, whatever fails', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 40 }, env: { REQUEST_TIMEOUT_MS: '1000' } });
    const errors: unknown[] = [];
    const run = async () => {
      for (const [name, { kind }] of Object.entries(operations)) {
        if (kind !== 'query') continue;
        errors.push((await gateway.query(operation(name), exampleVariables[name] ?? { by: { id: '1' } })).errors);
      }
    };
    await run();
    for (const fault of [
      { kind: 'status', status: 401 } as const,
      { kind: 'status', status: 400, body: { error: 'bad key qb_sandbox_key of chris@example.com' } } as const,
      { kind: 'html' } as const,
      { kind: 'drift' } as const,
      { kind: 'reset' } as const,
    ]) {
      for (const { faults } of Object.values(gateway.sandbox.providers)) {
        faults.clear();
        faults.add({ fault });
      }
      await run();
    }
    await gateway.query('{ order(by: { reference: "secret@person.example.com" }) { nonsense } }');
    const written = [...gateway.logLines, JSON.stringify(errors)].join('\n');
    expect(gateway.logLines.length).toBeGreaterThan(50);
    const secrets = Object.entries(gateway.sandbox.env)
      .filter(([name]) => /KEY|PASSWORD|SECRET|EMAIL/.test(name))
      .map(([, value]) => value);
    expect(secrets.length).toBeGreaterThan(4);
    const people = gateway.sandbox.world.shoppers.flatMap(({ email, phone, street }) => [email, phone, street]);
    for (const word of [...secrets, ...people, 'apiKey', 'Bearer ', 'secret@person'])
      expect(written).not.toContain(word);
  });

  it('are never sent to a provider they do not belong to', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 40 } });
    await gateway.query(operation('Customer360'), exampleVariables['Customer360']);
    const { env, providers } = gateway.sandbox;
    for (const [name, { requests }] of Object.entries(providers)) {
      const seen = JSON.stringify(requests);
      const foreign = Object.entries(env).filter(
        ([key]) => /KEY|PASSWORD/.test(key) && !key.toLowerCase().startsWith(name),
      );
      for (const [, value] of foreign) {
        expect(seen).not.toContain(value);
        expect(seen).not.toContain(Buffer.from(`${value}:${value}`).toString('base64'));
      }
    }
  });
});
