import { expect, test } from 'vitest';
import { askedWithoutKey, found, startQapla } from './start-qapla.js';

/** The two orders of the seed document, with addresses under example.com. */
const [yolanda, lucio] = [
  {
    source: 'magento',
    importedAt: '2017-07-13 16:00:13',
    reference: '100001408',
    courier: '',
    status: 'processing',
    createdAt: '2017-07-08 00:00:00',
    updatedAt: '2017-07-08 00:00:00',
    customerName: 'Yolanda Rios',
    customerAddress: 'via G. Bonaventura 2',
    customerCity: 'Cerveteri',
    customerState: 'RM',
    customerZip: '00052',
    customerCountry: 'IT',
    customerEmail: 'yolanda@example.com',
    customerTelephone: '340342522',
    amount: 'EUR 29.',
    paymentType: 'gene_braintree_paypal',
    isPOD: false,
    notes: '',
    rows: [],
  },
  {
    source: 'woocommerce',
    importedAt: '2017-07-13 16:00:13',
    reference: '1033815D',
    status: 'processing',
    createdAt: '2017-07-08 00:00:00',
    customerCountry: 'IT',
    amount: '€ 5.50',
    paymentType: 'Amazon',
    notes: 'ring twice',
    rows: [
      { sku: 'CIACAR.Panbau_300_neu', name: 'Protobread 300g', qty: 6, price: '7.7300', total: '46.3600' },
      { sku: 'ciaocarb_protopiadina', name: 'Protopiadina 2 x 50g', qty: '4.0000', price: '3.6700', total: '14.6900' },
    ],
  },
] as const;

const since = '2017-07-13T07:00:00Z';

test('reads the first documented order whole, with an amount that ends in a dot', async () => {
  await using qapla = await startQapla(() => found('getOrders', { error: '', count: 2, orders: [yolanda] }));
  const address = {
    name: 'Yolanda Rios',
    company: null,
    lines: ['via G. Bonaventura 2'],
    city: 'Cerveteri',
    region: 'RM',
    postalCode: '00052',
    countryCode: 'IT',
  };

  expect(await qapla.source.orders.since(since, 200)).toEqual({
    rows: [
      {
        provider: 'QAPLA',
        externalId: '100001408',
        reference: '100001408',
        status: 'PROCESSING',
        rawStatus: 'processing',
        placedAt: '2017-07-07T22:00:00Z',
        updatedAt: '2017-07-07T22:00:00Z',
        total: { amount: '29.00', currency: 'EUR', raw: 'EUR 29.' },
        subtotal: null,
        shippingTotal: null,
        discountTotal: null,
        taxTotal: null,
        payment: { method: 'gene_braintree_paypal', transactionId: null },
        shippingMethodName: null,
        shippingAddress: address,
        note: null,
        lines: [],
        shopper: {
          provider: 'QAPLA',
          externalId: null,
          email: 'yolanda@example.com',
          name: 'Yolanda Rios',
          firstName: null,
          lastName: null,
          phone: '340342522',
          company: null,
          shippingAddress: address,
          billingAddress: null,
          seenAt: '2017-07-07T22:00:00Z',
        },
      },
    ],
    isComplete: true,
    since: null,
  });
  expect(askedWithoutKey(qapla.requests)).toEqual(['/getOrders/ dateFrom=2017-07-13 09:00:00']);
});

test('passes row totals through that are not price times quantity', async () => {
  await using qapla = await startQapla(() => found('getOrders', { orders: [lucio] }));

  const { rows } = await qapla.source.orders.since(since, 200);

  expect(rows).toMatchObject([
    {
      total: { amount: '5.50', currency: 'EUR', raw: '€ 5.50' },
      note: 'ring twice',
      lines: [
        {
          sku: 'CIACAR.Panbau_300_neu',
          title: 'Protobread 300g',
          quantity: 6,
          unitPrice: { amount: '7.73', currency: null, raw: '7.7300' },
          total: { amount: '46.36', currency: null, raw: '46.3600' },
          productExternalId: null,
        },
        { quantity: 4, total: { amount: '14.69' } },
      ],
    },
  ]);
});

test.each([
  ['150,00', { amount: '150.00', currency: 'SEK', raw: '150,00' }],
  ['EUR 99.90', { amount: '99.90', currency: 'EUR', raw: 'EUR 99.90' }],
  ['a lot', { amount: null, currency: 'SEK', raw: 'a lot' }],
  ['', null],
])('reads amount %j', async (amount, total) => {
  await using qapla = await startQapla(() => found('getOrders', { orders: [{ ...yolanda, amount }] }), 'SEK');

  const { rows } = await qapla.source.orders.since(since, 200);

  expect(rows[0]?.total).toEqual(total);
});

test.each([
  ['processing', 'PROCESSING'],
  ['In lavorazione', 'PROCESSING'],
  ['pending', 'UNPAID'],
  ['pagato', 'PAID'],
  ['wc-completed', 'UNKNOWN'],
  ['complete', 'DONE'],
  ['spedito', 'DONE'],
  ['annullato', 'CANCELLED'],
  ['refunded', 'REFUNDED'],
])('reads status %s as %s', async (status, expected) => {
  await using qapla = await startQapla(() => found('getOrders', { orders: [{ ...yolanda, status }] }));

  const { rows } = await qapla.source.orders.since(since, 200);

  expect(rows).toMatchObject([{ status: expected, rawStatus: status }]);
});

test('drops an order without a reference and no longer claims to have all', async () => {
  await using qapla = await startQapla(() => found('getOrders', { orders: [{ ...yolanda, reference: ' ' }, lucio] }));

  const window = await qapla.source.orders.since(since, 200);

  expect(window.rows.map(({ reference }) => reference)).toEqual(['1033815D']);
  expect(window.isComplete).toBe(false);
  expect(qapla.warnings).toContain('reference');
});

test('has no shopper and no address for an order that names neither', async () => {
  await using qapla = await startQapla(() => found('getOrders', { orders: [{ reference: '1', rows: null }] }));

  const { rows } = await qapla.source.orders.since(since, 200);

  expect(rows).toMatchObject([{ shopper: null, shippingAddress: null, payment: null, lines: [], status: 'UNKNOWN' }]);
});

test.each([
  ['e-mail address', { customerEmail: 'other@example.com' }],
  ['amount', { amount: 'EUR 99,00' }],
  ['shop', { source: 'woocommerce' }],
  ['time', { createdAt: '2017-07-09 00:00:00' }],
  ['import', { importedAt: '2017-07-13 16:00:14' }],
])(
  'keeps two orders of one reference that differ in their %s, and one where upstream repeats it',
  async (_case, other) => {
    const orders = [yolanda, { ...yolanda, ...other }, { ...yolanda, customerEmail: ' YOLANDA@example.com', ...other }];
    await using qapla = await startQapla(() => found('getOrders', { orders: [...orders, ...orders] }));

    const isAboutEmail = 'customerEmail' in other;
    const { rows } = await qapla.source.orders.since(since, 200);

    expect(rows.map(({ reference }) => reference)).toEqual(['100001408', '100001408']);
    expect(rows.map(({ shopper }) => shopper?.email)).toEqual([
      'yolanda@example.com',
      isAboutEmail ? 'other@example.com' : 'yolanda@example.com',
    ]);
  },
);
