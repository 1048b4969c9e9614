import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { examine } from '../../src/doctor/examine.js';
import { startFakeUpstream } from '../support/fake-upstream.js';
import { checkNamed, settingsOf, startExamined } from './sandbox-config.js';

describe('the doctor at five providers that are well', () => {
  it('finds nothing to do', async () => {
    await using world = await startExamined();
    const checks = await examine(world.config);
    expect(checks.map(({ id, state }) => [id, state])).toEqual([
      ['settings', 'OK'],
      ['provider.INFLUENCERSOFT', 'NOTE'],
      ['provider.QAPLA', 'OK'],
      ['provider.QARD', 'OK'],
      ['provider.QPILOT', 'OK'],
      ['provider.QUICKBUTIK', 'OK'],
      ['clock', 'OK'],
      ['redis', 'OFF'],
      ['disk', 'OK'],
    ]);
  });

  it('asks each a few questions, sends no write and gives InfluencerSoft no key', async () => {
    await using world = await startExamined();
    await examine(world.config);
    const asked = Object.entries(world.sandbox.providers).map(([name, { requests }]) => [
      name,
      requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`).toSorted(),
    ]);
    const site = `/Sites/${world.env['QPILOT_SITE_ID']}`;
    const user = `/api/v6/users/${world.env['QARD_USER_ID']}`;
    expect(Object.fromEntries(asked)).toEqual({
      qpilot: [
        `GET ${site}/Products`,
        `GET ${site}/ScheduledOrders`,
        expect.stringMatching(/^GET \/Sites\/\w+\/ScheduledOrders\/\d+\/ProcessingCycles$/),
        'POST /AccessTokens/Login',
        `POST ${site}/Products/Summaries`,
      ],
      quickbutik: ['GET /v1/categories', 'GET /v1/orders'],
      influencersoft: ['GET /api/'],
      qapla: ['GET /1.1/getCredits/'],
      qard: [`GET ${user}/commerce-locations`, `GET ${user}/data-connections`, `GET ${user}/sync/latest`],
    });
    expect(JSON.stringify(world.sandbox.providers.influencersoft.requests)).not.toContain(
      world.env['INFLUENCERSOFT_API_KEY'],
    );
  });

  it('tells what an account offers beyond its document', async () => {
    await using world = await startExamined();
    const checks = await examine(world.config);
    expect(checkNamed(checks, 'provider.QPILOT').facts).toMatchObject({
      productSummaries: true,
      processingCycles: true,
    });
    expect(checkNamed(checks, 'provider.QUICKBUTIK').facts).toMatchObject({
      orderPages: false,
      orderDetailsInLists: false,
    });
  });

  it('says that it asked at another address than the usual one', async () => {
    await using world = await startExamined();
    const checks = await examine(world.config);
    expect(checkNamed(checks, 'provider.QAPLA').found).toContain('Asked at QAPLA_BASE_URL, not at the usual address.');
  });

  it('leaves out what is not set up', async () => {
    await using world = await startExamined();
    const { QARD_API_KEY: _, QARD_USER_ID: __, ...env } = world.env;
    const checks = await examine(loadConfig(env));
    expect(checkNamed(checks, 'provider.QARD')).toMatchObject({ state: 'OFF', found: 'Not set up.', todo: [] });
    expect(world.sandbox.providers.qard.requests).toEqual([]);
  });
});

describe('the doctor at a provider in trouble', () => {
  it.each([
    ['QAPLA_API_KEY', 'provider.QAPLA'],
    ['QUICKBUTIK_API_KEY', 'provider.QUICKBUTIK'],
    ['QARD_API_KEY', 'provider.QARD'],
    ['QPILOT_PASSWORD', 'provider.QPILOT'],
  ])('names %s when it is wrong', async (variable, id) => {
    await using world = await startExamined({ [variable]: 'a_mistyped_key' });
    const check = checkNamed(await examine(world.config), id);
    expect(check).toMatchObject({ state: 'TO_DO', facts: { code: 'PROVIDER_AUTH' } });
    expect(check.found).toContain('refused the credentials');
    expect(check.todo.join()).toContain(variable);
  });

  it('tells a wrong site from a wrong login', async () => {
    await using world = await startExamined({ QPILOT_SITE_ID: '999' });
    const check = checkNamed(await examine(world.config), 'provider.QPILOT');
    expect(check).toMatchObject({
      state: 'TO_DO',
      found: expect.stringContaining('The login is accepted, but the site is refused.'),
    });
    expect(check.todo.join()).toContain('QPILOT_SITE_ID');
  });

  it('tells that a key may not read orders', async () => {
    await using world = await startExamined();
    world.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 403 }, pathIncludes: '/orders' });
    const check = checkNamed(await examine(world.config), 'provider.QUICKBUTIK');
    expect(check).toMatchObject({ state: 'TO_DO', found: expect.stringContaining('but the orders are refused.') });
  });

  it.each([
    [{ kind: 'status', status: 503 } as const, 'PROVIDER_UNAVAILABLE'],
    [{ kind: 'reset' } as const, 'PROVIDER_UNAVAILABLE'],
    [{ kind: 'html' } as const, 'PROVIDER_CONTRACT'],
    [{ kind: 'status', status: 429, retryAfter: '3600' } as const, 'PROVIDER_RATE_LIMITED'],
  ])('goes on with the others after %o', async (fault, code) => {
    await using world = await startExamined();
    world.sandbox.providers.qapla.faults.add({ fault });
    const checks = await examine(world.config);
    expect(checkNamed(checks, 'provider.QAPLA')).toMatchObject({ state: 'TO_DO', facts: { code } });
    expect(checks.filter(({ state }) => state === 'TO_DO')).toHaveLength(1);
  });

  it('says in words that nobody listens', async () => {
    await using closed = await startFakeUpstream(() => ({}));
    await closed.close();
    const check = checkNamed(
      await examine(
        settingsOf('INFLUENCERSOFT', closed.url, {
          INFLUENCERSOFT_USERNAME: 'demo',
          INFLUENCERSOFT_API_KEY: 'is_test_key',
        }),
      ),
      'provider.INFLUENCERSOFT',
    );
    expect(check).toMatchObject({ state: 'TO_DO' });
    expect(check.found).toContain('Nobody listens at its address.');
  });

  it('gives all silent providers up at the same deadline', async () => {
    await using world = await startExamined({ REQUEST_TIMEOUT_MS: '900' });
    for (const { faults } of Object.values(world.sandbox.providers)) faults.add({ fault: { kind: 'hang' } });
    const startedAt = Date.now();
    const checks = await examine(world.config);
    const silent = checks.filter(({ id }) => id.startsWith('provider.'));
    expect(silent.map(({ state, facts }) => [state, facts?.['code']])).toEqual(
      Array.from({ length: 5 }, () => ['TO_DO', 'PROVIDER_TIMEOUT']),
    );
    expect(Date.now() - startedAt).toBeLessThan(6000);
  });

  it('asks for credits when none are left, and shows no number that is none of credits', async () => {
    const creditsOf = (credits: number) => ({
      json: { getCredits: { result: 'OK', credits, date: '2026-01-02 03:04:05' } },
    });
    const ask = async (credits: number) => {
      await using qapla = await startFakeUpstream(() => creditsOf(credits));
      const config = settingsOf('QAPLA', qapla.url, { QAPLA_API_KEY: 'qp_test_key' });
      return checkNamed(await examine(config), 'provider.QAPLA');
    };
    expect(await ask(0)).toMatchObject({ state: 'TO_DO', found: expect.stringContaining('Credits left: 0.') });
    expect((await ask(123_456_789_012)).found).not.toContain('1234');
  });

  it('says why Qard may have nothing', async () => {
    await using qard = await startFakeUpstream(({ path }) =>
      path.endsWith('/data-connections') ? { json: [] } : { status: 404, json: {} },
    );
    const config = settingsOf('QARD', qard.url, { QARD_API_KEY: 'qd_test_key', QARD_USER_ID: '7' });
    const check = checkNamed(await examine(config), 'provider.QARD');
    expect(check).toMatchObject({ state: 'TO_DO' });
    expect(check.todo).toEqual(['Check QARD_USER_ID. If it is right, connect the shop first (connectCommerceData).']);
  });
});
