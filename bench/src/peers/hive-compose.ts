/** Composes three REST providers into one supergraph, as Mesh's guide does it. Arguments: base address of the providers, file to write. */
import { writeFileSync } from 'node:fs';
import { getComposedSchemaFromConfig } from '@graphql-mesh/compose-cli';
import { DefaultLogger } from '@graphql-mesh/utils';
import { loadJSONSchemaSubgraph } from '@omnigraph/json-schema';

const [base = '', file = ''] = process.argv.slice(2);
const basic = `Basic ${Buffer.from('qb_bench_key:qb_bench_key').toString('base64')}`;
const text = { type: 'string' } as const;
const objectOf = (title: string, properties: object) => ({ type: 'object', title, properties }) as const;
const listOf = (items: object) => ({ type: 'array', items }) as const;

const head = objectOf('OrderHead', { order_id: text, total_amount: text });
const order = objectOf('OrderDetail', {
  order_id: text,
  total_amount: text,
  customer: objectOf('Shopper', { email: text }),
});
const customer = objectOf('Customer', { id: text, email: text, firstName: text, lastName: text });
const event = objectOf('TrackEvent', { status: text, courierPlace: text });
const track = objectOf('Track', { trackingNumber: text, status: text, tracking: listOf(event) });

const composed = await getComposedSchemaFromConfig(
  {
    subgraphs: [
      {
        sourceHandler: loadJSONSchemaSubgraph('shop', {
          endpoint: base,
          operationHeaders: { authorization: basic },
          operations: [
            {
              type: 'Query',
              field: 'orders',
              path: '/qb/orders?from_date_paid={args.paidFrom}&status=paid',
              method: 'GET',
              argTypeMap: { paidFrom: { type: 'integer' } },
              responseSchema: listOf(head),
            },
            {
              type: 'Query',
              field: 'order',
              path: '/qb/orders?order_id={args.id}',
              method: 'GET',
              argTypeMap: { id: text },
              responseSchema: order,
            },
          ],
        }),
      },
      {
        sourceHandler: loadJSONSchemaSubgraph('subscriptions', {
          endpoint: base,
          operationHeaders: { authorization: 'Bearer bench-token' },
          operations: [
            {
              type: 'Query',
              field: 'customers',
              path: '/qp/Sites/77/Customers?page=1&pageSize=100&search={args.search}',
              method: 'GET',
              argTypeMap: { search: text },
              responseSchema: objectOf('CustomerPage', { items: listOf(customer) }),
            },
          ],
        }),
      },
      {
        sourceHandler: loadJSONSchemaSubgraph('parcels', {
          endpoint: base,
          operations: [
            {
              type: 'Query',
              field: 'parcel',
              path: '/qa/getTrack/?apiKey=qapla_bench_key&reference={args.reference}&lang=ita',
              method: 'GET',
              argTypeMap: { reference: text },
              responseSchema: objectOf('Parcel', { getTrack: track }),
            },
          ],
        }),
      },
    ],
    additionalTypeDefs: /* GraphQL */ `
      extend type OrderHead {
        detail: OrderDetail
          @resolveTo(
            sourceName: "shop"
            sourceTypeName: "Query"
            sourceFieldName: "order"
            requiredSelectionSet: "{ order_id }"
            sourceArgs: { id: "{root.order_id}" }
          )
        parcel: Parcel
          @resolveTo(
            sourceName: "parcels"
            sourceTypeName: "Query"
            sourceFieldName: "parcel"
            requiredSelectionSet: "{ order_id }"
            sourceArgs: { reference: "{root.order_id}" }
          )
      }
      extend type Shopper {
        found: CustomerPage
          @resolveTo(
            sourceName: "subscriptions"
            sourceTypeName: "Query"
            sourceFieldName: "customers"
            requiredSelectionSet: "{ email }"
            sourceArgs: { search: "{root.email}" }
          )
      }
    `,
  },
  new DefaultLogger(),
);
writeFileSync(file, composed);
