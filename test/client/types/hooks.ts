// Nothing here runs: each line that is to be refused is marked, and a mark on a line that compiles is an error itself.
import { skipToken } from '@apollo/client/react';
import {
  useCustomer360LazyQuery,
  useCustomer360Query,
  useCustomer360SuspenseQuery,
  useOrderChangedSubscription,
  useOrdersPageQuery,
  useOrdersPageSuspenseQuery,
  useProvidersQuery,
  useSetOrderStatusMutation,
} from '../../../client/src/react.js';

export function queries(email: string | undefined) {
  useCustomer360Query({ variables: { by: { email: 'chris@example.com' }, first: 5 } });
  useCustomer360Query(email === undefined ? skipToken : { variables: { by: { email } } });
  useProvidersQuery();
  useOrdersPageQuery({ variables: { filter: { provider: 'QUICKBUTIK', status: ['PAID'] } } });
  // @ts-expect-error A required variable is missing.
  useCustomer360Query();
  // @ts-expect-error It is missing here as well.
  useCustomer360Query({ variables: {} });
  // @ts-expect-error There is no such variable.
  useCustomer360Query({ variables: { by: { email: 'chris@example.com' }, last: 5 } });
  // @ts-expect-error A variable has another type.
  useCustomer360Query({ variables: { by: { email: 'chris@example.com' }, first: '5' } });
  // @ts-expect-error A look-up takes one key.
  useCustomer360Query({ variables: { by: { email: 'chris@example.com', id: 'x' } } });
  // @ts-expect-error There is no such provider.
  useOrdersPageQuery({ variables: { filter: { provider: 'SHOPIFY' } } });
  // @ts-expect-error A list is no single value.
  useOrdersPageQuery({ variables: { filter: { status: 'PAID' } } });
  // @ts-expect-error There is no such option.
  useProvidersQuery({ pollEvery: 5 });
}

export function results() {
  const { data, loading } = useCustomer360Query({ variables: { by: { id: 'x' } } });
  if (loading || data === undefined) return [];
  const orders = data.customer?.orders?.nodes ?? [];
  const amounts: (string | null | undefined)[] = orders.map(({ total }) => total?.amount);
  // @ts-expect-error An order without a total is possible.
  orders.map(({ total }) => total.amount);
  // @ts-expect-error An amount is a decimal string, no number.
  const numbers: (number | null | undefined)[] = orders.map(({ total }) => total?.amount);
  // @ts-expect-error The operation does not ask for this.
  orders.map(({ updatedAt }) => updatedAt);
  // @ts-expect-error There is no such status.
  orders.filter(({ status }) => status === 'LOST');
  const raw: unknown = data.customer?.commerceCustomers?.[0]?.raw;
  // @ts-expect-error Nothing is known of a raw record.
  void data.customer?.commerceCustomers?.[0]?.raw.name;
  return [amounts, numbers, raw];
}

export function suspense(shouldSkip: boolean) {
  const { data } = useOrdersPageSuspenseQuery();
  data.orders?.edges.map(({ cursor }) => cursor.length);
  const tolerant = useOrdersPageSuspenseQuery({ errorPolicy: 'all' });
  // @ts-expect-error With errors let through the data may be missing.
  void tolerant.data.orders;
  const skipped = useCustomer360SuspenseQuery(shouldSkip ? skipToken : { variables: { by: { id: 'x' } } });
  // @ts-expect-error Nothing was asked.
  void skipped.data.customer;
  const partial = useOrdersPageSuspenseQuery({ returnPartialData: true });
  // @ts-expect-error Any field may be missing.
  partial.data.orders?.edges.map(({ cursor }) => cursor.length);
  // @ts-expect-error A required variable is missing.
  useCustomer360SuspenseQuery();
}

export function lazy() {
  const [ask, { data, called }] = useCustomer360LazyQuery();
  void ask({ variables: { by: { externalId: '29920' } } });
  // @ts-expect-error Variables go to the function, and one is required.
  void ask();
  // @ts-expect-error Nothing is there before it is asked.
  void data.customer;
  return called;
}

export async function writes() {
  const [setStatus, { data }] = useSetOrderStatusMutation();
  await setStatus({ variables: { input: { idempotencyKey: 'k', orders: [{ reference: '1111', status: 'PAID' }] } } });
  // @ts-expect-error The input is required.
  await setStatus();
  // @ts-expect-error An order cannot be set to this.
  await setStatus({ variables: { input: { orders: [{ reference: '1111', status: 'UNPAID' }] } } });
  // @ts-expect-error There is no such field.
  await setStatus({ variables: { input: { key: 'k', orders: [] } } });
  // @ts-expect-error Variables go to the function.
  useSetOrderStatusMutation({ variables: { input: { orders: [] } } });
  return data?.setOrderStatus?.results.map(({ order, userErrors }) => order?.status ?? userErrors[0]?.message);
}

export function changes() {
  const { data } = useOrderChangedSubscription({ onData: ({ data }) => data.data?.orderChanged?.event === 'DELETED' });
  useOrderChangedSubscription(skipToken);
  // @ts-expect-error The operation takes no variable.
  useOrderChangedSubscription({ variables: { first: 1 } });
  // @ts-expect-error There is no such kind of change.
  return data?.orderChanged?.event === 'MOVED';
}
