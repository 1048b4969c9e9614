import { ApolloProvider, type SkipToken, skipToken } from '@apollo/client/react';
import { prerenderStatic } from '@apollo/client/react/ssr';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { prerender } from 'react-dom/static';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OrderQueryVariables, OrdersPageDocument, providerErrors } from '../../client/src/index.js';
import {
  useOrderChangedSubscription,
  useOrderLazyQuery,
  useOrderQuery,
  useOrderSuspenseQuery,
  useSetOrderStatusMutation,
} from '../../client/src/react.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { connectApollo } from './apollo.js';

let gateway: TestGateway;
let reference: string;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 60 } });
  const { client } = connectApollo(gateway.url);
  const { data } = await client.query({ query: OrdersPageDocument, variables: { first: 1 } });
  reference = data?.orders?.edges[0]?.node.reference ?? '';
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** What a component shows once its queries are answered. */
async function show(Component: FunctionComponent) {
  const { client, sent } = connectApollo(gateway.url);
  const tree = createElement(ApolloProvider, { client, children: createElement(Component) });
  const { result } = await prerenderStatic({ tree, context: { client }, renderFunction: prerender });
  return { result, sent: sent.map(({ name }) => name) };
}

describe('the hook of', () => {
  it('a query gives its data', async () => {
    const { result, sent } = await show(() => {
      const { data, loading } = useOrderQuery({ variables: { by: { reference } } });
      return loading ? '…' : `order ${data?.order?.reference ?? 'none'}`;
    });
    expect(result).toBe(`order ${reference}`);
    expect(sent).toEqual(['Order']);
  });

  it('a query keeps the rest of an answer when a provider fails', async () => {
    gateway.sandbox.providers.qapla.faults.add({ fault: { kind: 'status', status: 401 } });
    const { result } = await show(() => {
      const { data, error } = useOrderQuery({ variables: { by: { reference } } });
      return `${data?.order?.reference ?? 'none'} ${providerErrors(error, ['order', 'shipments'])[0]?.provider ?? 'all'}`;
    });
    gateway.sandbox.clear();
    expect(result).toBe(`${reference} QAPLA`);
  });

  it('a query adds what is read again to what is known, unless it is told otherwise', () => {
    const policies: unknown[] = [];
    const variables = { by: { reference } };
    const Component = () => {
      policies.push(useOrderQuery({ variables }).observable.options.refetchWritePolicy);
      policies.push(useOrderLazyQuery()[1].observable.options.refetchWritePolicy);
      policies.push(
        useOrderQuery({ variables, refetchWritePolicy: 'overwrite' }).observable.options.refetchWritePolicy,
      );
      return null;
    };
    const { client } = connectApollo(gateway.url);
    renderToStaticMarkup(createElement(ApolloProvider, { client, children: createElement(Component) }));
    expect(policies).toEqual(['merge', 'merge', 'overwrite']);
  });

  it('a query asks nothing when it is told to skip', async () => {
    const { result, sent } = await show(() => {
      const none: { variables: OrderQueryVariables } | SkipToken = skipToken;
      return String(useOrderQuery(none).data);
    });
    expect([result, sent]).toEqual(['undefined', []]);
  });

  it('a query that suspends has its data when it shows', async () => {
    const { result } = await show(() => {
      const { data } = useOrderSuspenseQuery({ variables: { by: { reference } } });
      return `order ${data.order?.reference ?? 'none'}`;
    });
    expect(result).toBe(`order ${reference}`);
  });

  it('a lazy query, a mutation and a subscription do nothing by themselves', () => {
    const { client, sent } = connectApollo(gateway.url);
    const Component = () => {
      const [, { called }] = useOrderLazyQuery();
      const [, { loading }] = useSetOrderStatusMutation();
      const { data } = useOrderChangedSubscription();
      return [called, loading, data === undefined].join(' ');
    };
    const tree = createElement(ApolloProvider, { client, children: createElement(Component) });
    expect(renderToStaticMarkup(tree)).toBe('false false true');
    expect(sent).toEqual([]);
  });
});
