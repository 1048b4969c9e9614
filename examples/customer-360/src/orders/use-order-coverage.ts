import type { CoverageQuery } from 'commercegraph-client';
import { useCoverageQuery } from 'commercegraph-client/react';
import { useEffect, useRef, useState } from 'react';
import type { ShopperData } from '../shopper/use-shopper.js';

/** How far one provider's orders were read. */
export type OrderCoverage = NonNullable<NonNullable<CoverageQuery['customer']>['orders']>['coverage'][number];

/** A gateway that was just started reads on by itself: it is looked at again so often, each time after twice as long. */
const looks = 5;
const firstLookMs = 3000;

interface OrderCoverageOptions {
  readonly email: string;
  readonly data: ShopperData;
  /** Whether what is missing is told already: a provider that fails is asked again when somebody wishes so. */
  readonly hasProblems: boolean;
}

/**
 * How far each provider's orders were read, for the list as it is shown and at this moment; the list is read anew when it has become
 * whole. Not kept in the cache: it is about this moment.
 *
 * @returns Null when it is not known.
 */
export function useOrderCoverage({ email, data, hasProblems }: OrderCoverageOptions): readonly OrderCoverage[] | null {
  const { data: answer, refetch } = useCoverageQuery({
    variables: { by: { email }, first: 1 },
    fetchPolicy: 'no-cache',
  });
  const current = answer?.customer?.orders?.coverage ?? null;
  const { partialProviders, refresh, orders } = data;
  const isWholeNow = current?.every(({ complete }) => complete) ?? false;
  const isBehind = partialProviders.size > 0 && !hasProblems;

  // Another number of orders is another state of what was read.
  const shown = useRef(orders.length);
  useEffect(() => {
    if (shown.current === orders.length) return;
    shown.current = orders.length;
    void refetch();
  }, [orders.length, refetch]);

  const latestRefresh = useRef(refresh);
  useEffect(() => {
    latestRefresh.current = refresh;
  });
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    if (!isBehind || looked === looks) return undefined;
    const look = () => {
      setLooked(looked + 1);
      if (isWholeNow) latestRefresh.current();
      else void refetch();
    };
    const timer = setTimeout(look, isWholeNow ? firstLookMs : firstLookMs * 2 ** looked);
    return () => clearTimeout(timer);
  }, [isBehind, isWholeNow, looked, refetch]);

  return (
    current?.map((known) => ({ ...known, complete: known.complete && !partialProviders.has(known.provider) })) ?? null
  );
}
