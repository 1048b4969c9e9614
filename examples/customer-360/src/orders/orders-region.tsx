import { Accordion, Button, Center, Stack, Text } from '@mantine/core';
import { IconReceipt, IconShoppingBag } from '@tabler/icons-react';
import { distinctProblems, ownProblems, problemsAt } from '../graph/problems.js';
import { useWords } from '../language/language-context.js';
import { NothingHere } from '../parts/nothing-here.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { Region } from '../parts/region.js';
import type { ShopperData } from '../shopper/use-shopper.js';
import { CoverageNotes } from './coverage-notes.js';
import { OrderItem } from './order-item.js';

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
            item: { marginTop: 'var(--mantine-spacing-xs)' },
            control: { paddingInline: 'var(--mantine-spacing-sm)' },
            chevron: { marginInlineEnd: 'var(--mantine-spacing-sm)' },
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
          <Center>
            <Button variant="light" onClick={loadMoreOrders} loading={isLoadingMore}>
              {text.more}
            </Button>
          </Center>
        )}
        {!hasMoreOrders && orders.length > 0 && problems.length === 0 && (
          <Text size="sm" c="dimmed" ta="center">
            {text.allShown(format.number(orders.length))}
          </Text>
        )}
        {isKnown && <CoverageNotes email={email} shown={orders.length} partial={data.partialProviders} />}
      </Stack>
    </Region>
  );
}

/** What is missing of a parcel is told where the parcels are. */
function isAboutParcels(path: readonly (string | number)[]): boolean {
  return path.includes('shipments');
}
