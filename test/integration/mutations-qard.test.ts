import { describe, expect, it } from 'vitest';
import { at, startTestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';
import { appliedOf, codesOf, exampleInput } from '../support/writing.js';

const start = () => startTestGateway({ sandbox: { orders: 20, freshQard: true, now: new Date() } });
const configure = operation('ConfigureCommerceProvider');

describe('the way from nothing to data', () => {
  it('is configure, connect, consent, synchronize, read', async () => {
    await using gateway = await start();
    const configured = await gateway.query(configure, exampleVariables['ConfigureCommerceProvider']);
    expect(configured.data).toEqual({
      configureCommerceProvider: {
        provider: { name: 'SHOPIFY', enabled: true, autoConnect: true },
        userErrors: [],
      },
    });
    const connect = () => gateway.query(operation('ConnectCommerceData'), exampleVariables['ConnectCommerceData']);
    const connected = await connect();
    expect(at(connected, 'connectCommerceData')).toMatchObject({ link: { status: 'PENDING' }, userErrors: [] });
    const early = await gateway.query(operation('SyncCommerceData'), exampleVariables['SyncCommerceData']);
    expect(at(early, 'syncCommerceData')).toEqual({
      syncs: null,
      userErrors: [{ field: [], code: 'REJECTED', message: 'The user has no connected data connection.' }],
    });
    await fetch(String(at(connected, 'connectCommerceData.link.redirectUrl')));
    const again = await connect();
    expect(at(again, 'connectCommerceData.link')).toEqual({
      id: at(connected, 'connectCommerceData.link.id'),
      status: 'CONNECTED',
      redirectUrl: null,
    });
    const synchronize = () => gateway.query(operation('SyncCommerceData'), exampleVariables['SyncCommerceData']);
    expect((await synchronize()).data).toEqual({
      syncCommerceData: {
        syncs: ['LOCATION', 'CUSTOMER', 'PRODUCT', 'ORDER'].map((dataType) => ({ dataType, status: 'QUEUED' })),
        userErrors: [],
      },
    });
    expect((await synchronize()).data).toEqual({
      syncCommerceData: {
        syncs: null,
        userErrors: [{ field: [], code: 'TAKEN', message: 'A synchronization is running.' }],
      },
    });
    const read = () => gateway.query('{ commerceData { latestSyncs { status } orders(first: 1) { nodes { id } } } }');
    await read();
    const done = await read();
    expect(at(done, 'commerceData.orders.nodes')).toHaveLength(1);
    expect(await appliedOf(gateway, 'qard')).toEqual({
      setCredentials: 1,
      setSettings: 1,
      enableProvider: 1,
      connect: 1,
      sync: 1,
    });
  });
});

describe('configureCommerceProvider', () => {
  it('sends what was given, in the order of the document', async () => {
    await using gateway = await start();
    await gateway.query(configure, exampleVariables['ConfigureCommerceProvider']);
    expect(
      gateway.sandbox.providers.qard.requests.map(({ method, path, body }) => `${method} ${path} ${body}`),
    ).toEqual([
      'PUT /api/v6/providers/shopify/credentials {"credentials":{"client_id":"API_KEY","client_secret":"API_SECRET_KEY"}}',
      'PUT /api/v6/providers/shopify/settings {"auto_connect":true}',
      'PUT /api/v6/providers/shopify {"enable":true}',
      'GET /api/v6/providers/shopify ',
    ]);
    gateway.sandbox.clear();
    await gateway.query(configure, { input: { provider: 'SHOPIFY', enabled: false } });
    expect(gateway.asked('qard')).toEqual(['PUT /api/v6/providers/shopify', 'GET /api/v6/providers/shopify']);
  });

  it('stops at the first call that is refused, and says what took effect', async () => {
    await using gateway = await start();
    const body = { error_message: 'Settings are locked.' };
    const fault = { kind: 'status', status: 400, body } as const;
    gateway.sandbox.providers.qard.faults.add({ fault, pathIncludes: '/settings' });
    const answer = await gateway.query(configure, exampleVariables['ConfigureCommerceProvider']);
    expect(answer.data).toEqual({
      configureCommerceProvider: {
        provider: { name: 'SHOPIFY', enabled: false, autoConnect: false },
        userErrors: [
          { field: ['autoConnect'], code: 'REJECTED', message: 'Settings are locked. Done before: credentials.' },
        ],
      },
    });
    expect(await appliedOf(gateway, 'qard')).toEqual({ setCredentials: 1 });
  });

  it('says what took effect when a later call cannot be made', async () => {
    await using gateway = await start();
    const fault = { kind: 'status', status: 403 } as const;
    gateway.sandbox.providers.qard.faults.add({ fault, method: 'PUT', pathIncludes: '/settings' });
    const answer = await gateway.query(configure, exampleVariables['ConfigureCommerceProvider']);
    expect(at(answer, 'configureCommerceProvider.userErrors')).toEqual([
      {
        field: ['autoConnect'],
        code: 'INTERRUPTED',
        message: 'Stopped at autoConnect: Qard refused the credentials of this gateway. Done before: credentials.',
      },
    ]);
  });

  it.each([401, 429])('is interrupted, not refused, by status %i behind a step that was done', async (status) => {
    await using gateway = await start();
    const fault = { kind: 'status', status, retryAfter: '0' } as const;
    gateway.sandbox.providers.qard.faults.add({ fault, method: 'PUT', pathIncludes: '/settings' });
    const answer = await gateway.query(configure, exampleVariables['ConfigureCommerceProvider']);
    expect(at(answer, 'configureCommerceProvider.userErrors.0.code')).toBe('INTERRUPTED');
    expect(at(answer, 'configureCommerceProvider.userErrors.0.message')).toMatch(/Done before: credentials\.$/);
  });

  it('does not believe a good status when the state shows the opposite afterwards', async () => {
    await using gateway = await start();
    const fault = { kind: 'status', status: 200, body: {} } as const;
    gateway.sandbox.providers.qard.faults.add({ fault, method: 'PUT', pathIncludes: '/settings' });
    const answer = await gateway.query(configure, exampleVariables['ConfigureCommerceProvider']);
    expect(answer.data).toEqual({
      configureCommerceProvider: {
        provider: { name: 'SHOPIFY', enabled: true, autoConnect: false },
        userErrors: [
          {
            field: ['autoConnect'],
            code: 'REJECTED',
            message: 'Qard accepted this and shows false afterwards.',
          },
        ],
      },
    });
  });

  it('says what took effect when the outcome of a later call is unknown', async () => {
    await using gateway = await start();
    const { faults } = gateway.sandbox.providers.qard;
    faults.add({ fault: { kind: 'reset' }, method: 'PUT', pathIncludes: '/settings', times: 1 });
    const input = exampleInput('ConfigureCommerceProvider', { idempotencyKey: 'k' });
    const answer = await gateway.query(configure, { input });
    expect(answer.errors?.map(({ message }) => message)).toEqual([
      'Qard may or may not have done this. Look for provider shopify (done: credentials) before trying again.',
    ]);
    expect(codesOf(await gateway.query(configure, { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(await appliedOf(gateway, 'qard')).toEqual({ setCredentials: 1 });
  });

  it('does not know whether credentials were taken when their answer was lost, since nobody shows them', async () => {
    await using gateway = await start();
    const settings = { provider: 'SHOPIFY', enabled: true };
    await gateway.query(configure, { input: settings });
    gateway.sandbox.providers.qard.faults.add({ fault: { kind: 'reset' }, pathIncludes: '/credentials', times: 1 });
    const credentials = { clientId: 'a', clientSecret: 'b' };
    const input = { ...settings, idempotencyKey: 'k', credentials };
    expect(codesOf(await gateway.query(configure, { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(codesOf(await gateway.query(configure, { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
  });

  it('keeps credentials out of log and errors', async () => {
    await using gateway = await start();
    const secret = { clientId: 'very_secret_id', clientSecret: 'very_secret_word' };
    const told: unknown[] = [];
    const faults = [
      { kind: 'status', status: 400, body: { message: 'very_secret_word is wrong' } } as const,
      { kind: 'reset-after' } as const,
      { kind: 'html' } as const,
      null,
    ];
    for (const [index, fault] of faults.entries()) {
      if (fault) gateway.sandbox.providers.qard.faults.add({ fault, pathIncludes: '/credentials', times: 1 });
      const input = { idempotencyKey: `k${index}`, provider: 'SHOPIFY', credentials: secret };
      told.push(await gateway.query(configure, { input }));
    }
    expect([...gateway.logLines, JSON.stringify(told)].join('\n')).not.toContain('very_secret');
    expect(gateway.logLines.join('\n')).not.toContain('API_SECRET');
  });

  it.each([
    [{ provider: 'UNKNOWN', enabled: true }, 'provider UNSUPPORTED'],
    [{ provider: 'SHOPIFY' }, ' REQUIRED'],
    [{ provider: 'SHOPIFY', credentials: { clientId: ' ', clientSecret: 'x' } }, 'credentials.clientId REQUIRED'],
  ])('refuses %j before any call', async (input, problem) => {
    await using gateway = await start();
    const answer = await gateway.query(configure, { input });
    const errors = at(answer, 'configureCommerceProvider.userErrors') as { field: string[]; code: string }[];
    expect(errors.map(({ field, code }) => `${field.join('.')} ${code}`)).toEqual([problem]);
    expect(gateway.calls()).toEqual({});
  });
});

describe('kinds of data', () => {
  it('must be there, known, and named once, or nothing is asked', async () => {
    await using gateway = await start();
    const problemsOf = async (name: string, field: string, input: object) => {
      const errors = at(await gateway.query(operation(name), { input }), `${field}.userErrors`);
      return (errors as { field: string[]; code: string }[]).map((error) => `${error.field.join('.')} ${error.code}`);
    };
    const bad = { dataTypes: ['ORDER', 'UNKNOWN', 'ORDER'] };
    expect(await problemsOf('SyncCommerceData', 'syncCommerceData', bad)).toEqual([
      'dataTypes.1 UNSUPPORTED',
      'dataTypes.2 INVALID',
    ]);
    expect(await problemsOf('SyncCommerceData', 'syncCommerceData', { dataTypes: [] })).toEqual(['dataTypes REQUIRED']);
    expect(await problemsOf('ConnectCommerceData', 'connectCommerceData', { ...bad, provider: 'UNKNOWN' })).toEqual([
      'provider UNSUPPORTED',
      'dataTypes.1 UNSUPPORTED',
      'dataTypes.2 INVALID',
    ]);
    expect(gateway.calls()).toEqual({});
  });
});

describe('an accepted write whose answer shows nothing', () => {
  const cases = [
    ['ConnectCommerceData', '/data-connections'],
    ['SyncCommerceData', '/sync'],
  ] as const;
  const bodies = [undefined, [], { message: 'ok' }] as const;

  it.each(cases.flatMap(([name, path]) => bodies.map((body) => [name, path, body] as const)))(
    'is unknown for %s %s with body %j while the state shows nothing of it',
    async (name, pathIncludes, body) => {
      await using gateway = await start();
      await gateway.query(configure, exampleVariables['ConfigureCommerceProvider']);
      const fault = { kind: 'status', status: 202, ...(body === undefined ? {} : { body }) } as const;
      gateway.sandbox.providers.qard.faults.add({ fault, method: 'POST', pathIncludes, times: 1 });
      const input = exampleInput(name, { idempotencyKey: 'k' });
      expect(codesOf(await gateway.query(operation(name), { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
      expect(codesOf(await gateway.query(operation(name), { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    },
  );

  it('does not take the connection to another platform for the one that was asked for', async () => {
    await using gateway = await start();
    const body = { id: 'x', provider_name: 'otherplatform', status: 'PENDING' };
    const fault = { kind: 'status', status: 201, body } as const;
    gateway.sandbox.providers.qard.faults.add({ fault, method: 'POST', times: 1 });
    const answer = await gateway.query(operation('ConnectCommerceData'), exampleVariables['ConnectCommerceData']);
    expect(codesOf(answer)).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
  });
});

describe('a synchronization that was under way before', () => {
  it('is not taken for one whose answer was lost', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 20 } });
    gateway.sandbox.providers.qard.faults.add({ fault: { kind: 'reset' }, method: 'POST', times: 1 });
    const input = { idempotencyKey: 's', dataTypes: ['ORDER'] };
    const answer = await gateway.query(operation('SyncCommerceData'), { input });
    expect(codesOf(answer)).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(await appliedOf(gateway, 'qard')).toEqual({});
  });
});
