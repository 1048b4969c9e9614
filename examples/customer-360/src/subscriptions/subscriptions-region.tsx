import { skipToken } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { IconCalendarRepeat, IconRepeat } from '@tabler/icons-react';
import { useScheduledOrdersQuery } from 'commercegraph-client/react';
import { useState } from 'react';
import { alwaysAsked } from '../graph/always-asked.js';
import { distinctProblems, ownProblems, problemsAt } from '../graph/problems.js';
import type { Shopper } from '../graph/rows.js';
import { useLastError } from '../graph/use-last-error.js';
import { useWords } from '../language/language-context.js';
import { MoreButton } from '../parts/more-button.js';
import { NothingHere } from '../parts/nothing-here.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { Region } from '../parts/region.js';
import type { ShopperData } from '../shopper/use-shopper.js';
import { SubscriptionCard } from './subscription-card.js';

interface SubscriptionsRegionProps {
  readonly shopper: Shopper;
  readonly data: ShopperData;
}

/** What runs again and again, when next, and how to change that. */
export function SubscriptionsRegion({ shopper, data: { error, refresh, isRefreshing } }: SubscriptionsRegionProps) {
  const { text } = useWords();
  const [wantsAll, setWantsAll] = useState(false);
  const all = useScheduledOrdersQuery(
    wantsAll
      ? {
          variables: { first: 100, filter: { customerId: shopper.id } },
          ...alwaysAsked,
        }
      : skipToken,
  );
  const allError = useLastError(all);
  const problems = distinctProblems([
    ...problemsAt(error, [['customer', 'scheduledOrders']], isAboutOrders),
    ...ownProblems(allError, [['scheduledOrders']], isAboutOrders),
  ]);
  const subscriptions = all.data?.scheduledOrders?.nodes ?? shopper.scheduledOrders?.nodes ?? [];
  const hasMore = !all.data?.scheduledOrders && shopper.scheduledOrders?.pageInfo.hasNextPage === true;
  return (
    <Region title={text.subscriptions} icon={IconCalendarRepeat} isBusy={isRefreshing || all.loading}>
      <ProblemNotices
        problems={problems}
        onRetry={() => {
          refresh();
          if (wantsAll) void all.refetch();
        }}
        isRetrying={isRefreshing || all.loading}
      />
      {subscriptions.length === 0 && problems.length === 0 && (
        <NothingHere icon={IconRepeat} title={text.noSubscriptions}>
          {text.noSubscriptionsText}
        </NothingHere>
      )}
      {subscriptions.length > 0 && (
        <Stack gap="sm">
          {subscriptions.map((subscription) => (
            <SubscriptionCard key={subscription.id} subscription={subscription} />
          ))}
        </Stack>
      )}
      {hasMore && (
        <MoreButton onClick={() => setWantsAll(true)} loading={all.loading}>
          {text.showAllSubscriptions}
        </MoreButton>
      )}
    </Region>
  );
}

/** What is missing of an order is told where the orders are. */
function isAboutOrders(path: readonly (string | number)[]): boolean {
  return path.includes('orders');
}
