import { describe, expect, it } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { startQard } from './start-qard.js';

describe('links', () => {
  const rows = [
    { id: 'l1', provider_name: 'shopify', status: 'CONNECTED', redirect_url: 'https://shop.example.com/consent' },
    { id: 2, provider: { name: 'WooCommerce' }, status: 'SOMETHING_NEW', connect_url: 'https://woo.example.com' },
    { provider: 'Shopify' },
  ];
  const links = [
    {
      externalId: 'l1',
      provider: 'SHOPIFY',
      rawProvider: 'shopify',
      status: 'CONNECTED',
      redirectUrl: 'https://shop.example.com/consent',
    },
    {
      externalId: '2',
      provider: 'UNKNOWN',
      rawProvider: 'WooCommerce',
      status: 'SOMETHING_NEW',
      redirectUrl: 'https://woo.example.com',
    },
    {
      externalId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      provider: 'SHOPIFY',
      rawProvider: 'Shopify',
      status: null,
      redirectUrl: null,
    },
  ];

  it.each([
    ['bare', rows],
    ['wrapped', { result: rows }],
  ])('reads the data connections, %s, once per operation', async (_name, json) => {
    await using started = await startQard(() => ({ json }));
    expect(await started.source.links()).toEqual(links);
    await started.source.links();
    expect(askedOf(started.requests)).toEqual(['GET /api/v6/users/user-1/data-connections']);
  });

  it('has none where there are none yet', async () => {
    await using started = await startQard(() => ({ status: 404 }));
    expect(await started.source.links()).toEqual([]);
  });
});

describe('latest synchronizations', () => {
  it('reads types, words and times, unknown ones as such', async () => {
    const json = [
      {
        id: 1,
        data_type: 'COMMERCE_ORDER',
        status: 'SUCCESS',
        requested_at: '2024-01-15 10:30:00',
        completed_at: null,
      },
      { id: 2, data_type: 'COMMERCE_LOCATION', status: 'FETCHING' },
      { data_type: 'ACCOUNT', status: 'AUTH_ERROR', requested_at: 'never' },
    ];
    await using started = await startQard(() => ({ json }));
    expect(await started.source.latestSyncs()).toEqual([
      {
        externalId: '1',
        dataType: 'ORDER',
        rawDataType: 'COMMERCE_ORDER',
        status: 'SUCCESS',
        requestedAt: '2024-01-15T10:30:00Z',
        completedAt: null,
      },
      {
        externalId: '2',
        dataType: 'LOCATION',
        rawDataType: 'COMMERCE_LOCATION',
        status: 'FETCHING',
        requestedAt: null,
        completedAt: null,
      },
      {
        externalId: null,
        dataType: 'UNKNOWN',
        rawDataType: 'ACCOUNT',
        status: 'AUTH_ERROR',
        requestedAt: null,
        completedAt: null,
      },
    ]);
    expect(started.warnings).toEqual(['requested_at']);
    expect(askedOf(started.requests)).toEqual(['GET /api/v6/users/user-1/sync/latest']);
  });

  it('has none before the first one', async () => {
    await using started = await startQard(() => ({ status: 404 }));
    expect(await started.source.latestSyncs()).toEqual([]);
  });
});

describe('state of a provider', () => {
  const load = async (json: unknown) => {
    await using started = await startQard(() => ({ json }));
    const state = await started.source.providerState.load('SHOPIFY');
    return { state, asked: askedOf(started.requests) };
  };
  const on = { name: 'SHOPIFY', rawName: 'shopify', isEnabled: true, isAvailable: true, autoConnect: true };

  it.each([
    ['at the top', { auto_connect: true }],
    ['in a map of settings', { settings: { auto_connect: 'true' } }],
    [
      'in a list of settings',
      {
        settings: [
          { name: 'color', value: 'x' },
          { name: 'auto_connect', value: 1 },
        ],
      },
    ],
    ['in a list of settings by key', { settings: [{ key: 'auto_connect', value: '1' }] }],
  ])('reads auto_connect %s', async (_name, part) => {
    const { state, asked } = await load({ name: 'shopify', enabled: true, available: 1, ...part });
    expect(state).toEqual(on);
    expect(asked).toEqual(['GET /api/v6/providers/shopify']);
  });

  it('reads a wrapped answer and the word of the write where the word of the read is missing', async () => {
    const { state } = await load({ result: { enable: false, settings: ['odd', null] } });
    expect(state).toEqual({
      name: 'SHOPIFY',
      rawName: 'shopify',
      isEnabled: false,
      isAvailable: null,
      autoConnect: null,
    });
  });

  it('is null for an answer about another provider', async () => {
    expect((await load({ name: 'woocommerce', enabled: true })).state).toBeNull();
  });

  it('is null for a provider Qard does not know', async () => {
    await using started = await startQard(() => ({ status: 404 }));
    expect(await started.source.providerState.load('SHOPIFY')).toBeNull();
  });
});
