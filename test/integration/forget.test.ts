import { describe, expect, it } from 'vitest';
import { at, startTestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

describe('forgetCustomer', () => {
  it("removes a person from the gateway's stores and keeps the mark that a write happened", async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 } });
    const create = () => gateway.query(operation('CreateCustomer'), exampleVariables['CreateCustomer']);
    const invoice = {
      input: {
        customer: { email: 'chris@example.com', firstName: 'Chris' },
        productIds: ['17'],
        idempotencyKey: 'i-9',
      },
    };
    expect((await create()).errors).toBeUndefined();
    expect((await gateway.query(operation('CreateInvoice'), invoice)).errors).toBeUndefined();
    const sent = gateway.asked('qpilot').filter((call) => call.startsWith('POST /Sites/77/Customers')).length;

    const answer = await gateway.query(operation('ForgetCustomer'), { input: { by: { email: 'Chris@Example.com' } } });
    expect(answer.errors).toBeUndefined();
    expect(at(answer, 'forgetCustomer')).toEqual({
      removed: [
        { store: 'ledger', records: 1 },
        { store: 'records', records: 1 },
      ],
      userErrors: [],
    });

    expect((await create()).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(gateway.asked('qpilot').filter((call) => call.startsWith('POST /Sites/77/Customers'))).toHaveLength(sent);
    const kept = await gateway.query(
      '{ order(by: { reference: "i-9" }) { provider lines { quantity } customer { email name } } }',
    );
    expect(at(kept, 'order.provider')).toBe('INFLUENCERSOFT');
    expect(JSON.stringify(kept.data)).not.toMatch(/chris/i);
  });

  it('removes the words of a refusal that quote the address', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 } });
    const message = 'A customer with the e-mail chris@example.com exists already.';
    gateway.sandbox.providers.qpilot.faults.add({
      method: 'POST',
      pathIncludes: '/Customers',
      fault: { kind: 'status', status: 400, body: { message } },
      times: 1,
    });
    const create = () => gateway.query(operation('CreateCustomer'), exampleVariables['CreateCustomer']);
    expect(JSON.stringify(at(await create(), 'createCustomer.userErrors'))).toContain('chris@example.com');

    const answer = await gateway.query(operation('ForgetCustomer'), { input: { by: { email: 'chris@example.com' } } });
    expect(at(answer, 'forgetCustomer.removed')).toContainEqual({ store: 'ledger', records: 1 });
    expect((await create()).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it.each([
    [{ externalId: 'nobody' }, { field: ['by', 'externalId'], code: 'NOT_FOUND' }],
    [{ email: 'no address' }, { field: ['by', 'email'], code: 'INVALID' }],
  ])('says what is wrong with %j', async (by, problem) => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 } });
    const answer = await gateway.query(operation('ForgetCustomer'), { input: { by } });
    expect(at(answer, 'forgetCustomer')).toMatchObject({ removed: [], userErrors: [problem] });
  });
});
