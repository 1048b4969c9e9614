import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheOptions } from '../../client/src/cache.js';
import {
  OrderChangedDocument,
  type OrderChangedSubscription,
  OrdersPageDocument,
  ShipmentChangedDocument,
  TrackShipmentDocument,
} from '../../client/src/index.js';
import { changeOf, type LiveGateway, patient, startLiveGateway } from '../support/live-gateway.js';

let gateway: LiveGateway;
let client: ApolloClient;
beforeAll(async () => {
  gateway = await startLiveGateway();
  client = new ApolloClient({
    cache: new InMemoryCache(cacheOptions),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(gateway.connect()),
      new HttpLink({ uri: `${gateway.url}/graphql` }),
    ),
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('a subscription of Apollo Client over graphql-ws', () => {
  it('tells a change and brings every list up to date that shows the order', async () => {
    const list = { query: OrdersPageDocument, variables: { first: 3, filter: { provider: 'QUICKBUTIK' as const } } };
    await client.query(list);
    const statusInList = () => client.readQuery(list)?.orders?.edges[0]?.node.status;
    const order = client.readQuery(list)?.orders?.edges[0]?.node;
    const { id = '', reference = '', status } = order ?? {};
    client.cache.modify({
      id: client.cache.identify({ __typename: 'Order', id }) ?? '',
      fields: { status: () => 'UNKNOWN' },
    });
    expect(statusInList()).toBe('UNKNOWN');

    const told: (OrderChangedSubscription | undefined)[] = [];
    const following = client.subscribe({ query: OrderChangedDocument }).subscribe(({ data }) => told.push(data));
    await gateway.isFollowed();
    const { externalId } = await externalIdOf(reference);
    gateway.events.publish(changeOf({ externalId }));
    await expect
      .poll(() => told, patient)
      .toEqual([
        {
          orderChanged: {
            __typename: 'OrderChange',
            event: 'UPDATED',
            order: { __typename: 'Order', id, reference, status },
          },
        },
      ]);
    expect(statusInList()).toBe(status);
    following.unsubscribe();
    await gateway.isFollowed(0);
  });

  it('moves a parcel on although its document asks for no id', async () => {
    const parcel = { query: TrackShipmentDocument, variables: { by: { trackingNumber: '2878202252347' } } };
    const { data } = await client.query(parcel);
    const { id = '', status } = data?.shipment ?? {};
    client.cache.modify({
      id: client.cache.identify({ __typename: 'Shipment', id }) ?? '',
      fields: { status: () => 'PENDING' },
    });
    const following = client.subscribe({ query: ShipmentChangedDocument }).subscribe(() => {});
    await gateway.isFollowed();
    gateway.events.publish(changeOf({ kind: 'PARCEL', provider: 'QAPLA', externalId: '2878202252347' }));
    await expect.poll(() => client.readQuery(parcel)?.shipment?.status, patient).toBe(status);
    following.unsubscribe();
    await gateway.isFollowed(0);
  });
});

async function externalIdOf(reference: string): Promise<{ externalId: string }> {
  const query = 'query ($reference: String) { order(by: { reference: $reference }) { externalId } }';
  const { data } = await gateway.ask(query, { reference });
  return data?.['order'] as unknown as { externalId: string };
}
