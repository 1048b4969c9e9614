import type { ImportedOrder } from './imported-order.js';

const COMMON = {
  // 16:00:13 on the Italian clock, as printed.
  importedAt: new Date('2017-07-13T14:00:13Z'),
  courier: '',
  status: 'processing',
  createdAt: '2017-07-08 00:00:00',
  updatedAt: '2017-07-08 00:00:00',
  customerState: 'RM',
  customerCountry: 'IT',
  customerTelephone: '340342522',
  isPOD: false,
  notes: '',
  weight: '1',
  parcels: '1',
  length: '0',
  width: '0',
  height: '0',
};

/** The two orders of the document's getOrders example, their mail hosts replaced; totals do not multiply there either. */
export const DOCUMENTED_ORDERS: ImportedOrder[] = [
  {
    ...COMMON,
    source: 'magento',
    reference: '100001408',
    customerName: 'Yolanda Rios',
    customerAddress: 'via G. Bonaventura 2',
    customerCity: 'Cerveteri',
    customerZip: '00052',
    customerEmail: 'testQapla-1@example.com',
    amount: 'EUR 29.',
    paymentType: 'gene_braintree_paypal',
    rows: [],
  },
  {
    ...COMMON,
    source: 'woocommerce',
    reference: '1033815D',
    customerName: 'Lucio Settimio Severo',
    customerAddress: 'Via Gualtiero Serafino,20',
    customerCity: 'Roma',
    customerZip: '00136',
    customerEmail: 'testQapla--7@example.com',
    amount: '€ 5.50',
    paymentType: 'Amazon',
    rows: [
      { sku: 'CIACAR.Panbau_300_neu', name: 'Protobread 300g', qty: 6, price: '7.7300', total: '46.3600' },
      { sku: 'ciaocarb_protopiadina', name: 'Protopiadina 2 x 50g', qty: 4, price: '3.6700', total: '14.6900' },
    ],
  },
];
