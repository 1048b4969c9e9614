import { NetworkStatus } from '@apollo/client';
import { skipToken } from '@apollo/client/react';
import { useCustomer360Query, useOrdersPageQuery } from 'commercegraph-client/react';
import { useState } from 'react';
import { alwaysAsked } from '../graph/always-asked.js';
import { problemsAt } from '../graph/problems.js';
import type { OrderRow, Provider, Shopper } from '../graph/rows.js';
import { useLastError } from '../graph/use-last-error.js';

/** So many orders and subscriptions come with the page itself. */
const firstPage = 5;
/** So many orders come with each "more". */
const laterPage = 10;

/** Everything of one shopper that the page's regions share. */
export interface ShopperData {
  /** Null when nobody is known by the e-mail, or when the gateway could not tell. */
  readonly shopper: Shopper | null;
  readonly error: unknown;
  /** Nothing is known yet. */
  readonly isLoading: boolean;
  /** What is shown is being read anew. */
  readonly isRefreshing: boolean;
  readonly refresh: () => void;
  readonly orders: readonly OrderRow[];
  readonly ordersError: unknown;
  /** Providers of which the list may lack orders. */
  readonly partialProviders: ReadonlySet<Provider>;
  /** Whether there may be more orders than the list knows of, though it has no further page. */
  readonly isPartial: boolean;
  readonly hasMoreOrders: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMoreOrders: () => void;
}

/** Reads a shopper by e-mail: the page in one operation, and the orders behind its first ones page by page. */
export function useShopper(email: string): ShopperData {
  const page = useCustomer360Query({ variables: { by: { email }, first: firstPage }, ...alwaysAsked });
  const error = useLastError(page);
  const later = useLaterOrders(email);
  // A gateway that is away for a moment takes nothing off the page.
  const data = page.data ?? page.previousData;
  const shopper = useLastKnown(data?.customer ?? null, problemsAt(error, [['customer']]).length > 0);
  const shown = later.orders ?? shopper?.orders;
  const partialProviders = new Set(shown?.coverage.flatMap(({ provider, complete }) => (complete ? [] : [provider])));

  return {
    shopper,
    error,
    isLoading: data === undefined && page.loading,
    isRefreshing: page.loading || later.isRefreshing,
    refresh: () => {
      void page.refetch();
      later.refresh();
    },
    orders: later.orders?.edges.map(({ node }) => node) ?? shopper?.orders?.nodes ?? [],
    ordersError: later.error,
    partialProviders,
    isPartial: partialProviders.size > 0,
    hasMoreOrders: shown?.pageInfo.hasNextPage ?? false,
    isLoadingMore: later.isLoadingMore,
    loadMoreOrders: later.loadMore,
  };
}

/** A shopper who cannot be looked up for a moment stays on the page as last known. */
function useLastKnown(shopper: Shopper | null, isUntold: boolean): Shopper | null {
  const [known, setKnown] = useState(shopper);
  const next = shopper === null && isUntold ? known : shopper;
  if (next !== known) setKnown(next);
  return next;
}

/** The shopper's orders as a list of their own, from the first "more" on. */
function useLaterOrders(email: string) {
  const [isWanted, setIsWanted] = useState(false);
  const list = useOrdersPageQuery(
    isWanted ? { variables: { first: laterPage, filter: { customerEmail: email } }, ...alwaysAsked } : skipToken,
  );
  const orders = list.data?.orders ?? null;
  const isRefreshing = list.networkStatus === NetworkStatus.refetch;
  return {
    orders,
    error: useLastError(list),
    isRefreshing,
    isLoadingMore: list.loading && !isRefreshing,
    loadMore: () => {
      if (orders === null) setIsWanted(true);
      else void list.fetchMore({ variables: { after: orders.pageInfo.endCursor } });
    },
    refresh: () => {
      if (isWanted) void list.refetch();
    },
  };
}
