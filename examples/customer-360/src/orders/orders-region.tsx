import { Accordion, Stack, Text } from '@mantine/core';
import { IconReceipt, IconShoppingBag } from '@tabler/icons-react';
import { distinctProblems, ownProblems, problemsAt } from '../graph/problems.js';
import { useWords } from '../language/language-context.js';
import { MoreButton } from '../parts/more-button.js';
import { NothingHere } from '../parts/nothing-here.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { Region } from '../parts/region.js';
import type { ShopperData } from '../shopper/use-shopper.js';
import { CoverageNotes } from './coverage-notes.js';
import { OrderItem } from './order-item.js';
import { useOrderCoverage } from './use-order-coverage.js';

interface OrdersRegionProps {
  readonly email: string;
  readonly data: ShopperData;
}

/** Orders of all providers, newest first, each opening to its lines. */
export function OrdersRegion({ email, data }: OrdersRegionProps) {
  const { text, format } = useWords();
  const { shopper, orders, hasMoreOrders, isLoadingMore, loadMoreOrders, refresh, isRefreshing } = data;
  const problems = distinctProblems([
    ...problemsAt(data.error, [['customer', 'orders']], isAboutParcels),
    ...ownProblems(data.ordersError, [['orders']], isAboutParcels),
  ]);
  const isKnown = shopper?.orders !== null;
  const coverage = useOrderCoverage({ email, data, hasProblems: problems.length > 0 }) ?? [];
  const isWhole = !data.isPartial && coverage.every(({ complete }) => complete);
  const shown = isWhole ? text.allShown : text.shownSoFar;
  return (
    <Region title={text.orders} icon={IconReceipt} isBusy={isLoadingMore || isRefreshing}>
      <ProblemNotices problems={problems} onRetry={refresh} isRetrying={isRefreshing} />
      {orders.length > 0 && (
        <Accordion
          variant="separated"
          radius="md"
          order={3}
          chevronPosition="left"
          chevronSize={16}
          styles={{
            root: { display: 'grid', gap: 'var(--mantine-spacing-sm)' },
            // Framed like the parcels and subscriptions beside them.
            item: {
              marginTop: 0,
              overflow: 'hidden',
              backgroundColor: 'var(--mantine-color-body)',
              borderColor: 'var(--paper-border-color)',
            },
            control: { paddingInline: 'var(--mantine-spacing-md)' },
            chevron: { marginInline: '0 var(--mantine-spacing-sm)' },
          }}
        >
          {orders.map((order) => (
            <OrderItem key={order.id} order={order} />
          ))}
        </Accordion>
      )}
      {orders.length === 0 && isKnown && problems.length === 0 && (
        <NothingHere icon={IconShoppingBag} title={text.noOrders}>
          {text.noOrdersText}
        </NothingHere>
      )}
      <Stack gap="xs">
        {hasMoreOrders && (
          <MoreButton onClick={loadMoreOrders} loading={isLoadingMore}>
            {text.more}
          </MoreButton>
        )}
        {!hasMoreOrders && orders.length > 0 && problems.length === 0 && (
          <Text size="sm" c="dimmed" ta="center">
            {shown(orders.length, format.number(orders.length))}
          </Text>
        )}
        {isKnown && coverage.length > 0 && <CoverageNotes coverage={coverage} />}
      </Stack>
    </Region>
  );
}

/** What is missing of a parcel is told where the parcels are. */
function isAboutParcels(path: readonly (string | number)[]): boolean {
  return path.includes('shipments');
}
