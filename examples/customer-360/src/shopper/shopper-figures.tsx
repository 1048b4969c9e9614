import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useWords } from '../language/language-context.js';
import type { ShopperData } from './use-shopper.js';

const ended = new Set(['DELIVERED', 'RETURNED']);

/** The page at a glance. A figure whose provider did not answer is a dash, not a zero. */
export function ShopperFigures({ data }: { readonly data: ShopperData }) {
  const { text, format } = useWords();
  const { shopper, orders, hasMoreOrders, isPartial } = data;
  const next = (shopper?.scheduledOrders?.nodes ?? [])
    .flatMap(({ status, nextOccurrenceAt }) =>
      status === 'ACTIVE' && nextOccurrenceAt !== null ? [nextOccurrenceAt] : [],
    )
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
  const hasAllParcels = orders.every(({ shipments }) => shipments !== null);
  const moving = orders.flatMap(({ shipments }) => shipments ?? []).filter(({ status }) => !ended.has(status)).length;
  const last = orders[0]?.placedAt;
  const isListed = shopper?.orders !== null;
  // There may be more than is known.
  const andMore = hasMoreOrders || isPartial ? '+' : '';
  const figures = [
    { label: text.orderCount, value: isListed ? `${format.number(orders.length)}${andMore}` : '–' },
    { label: text.lastOrder, value: last ? format.dayOf(last) : '–' },
    { label: text.onTheWay, value: isListed && hasAllParcels ? `${format.number(moving)}${andMore}` : '–' },
    { label: text.nextDelivery, value: next === undefined ? '–' : format.dayOf(next) },
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="xs" m={0} flex={{ base: '1 0 100%', lg: '0 1 auto' }}>
      {figures.map(({ label, value }) => (
        <Paper
          key={label}
          withBorder
          radius="md"
          px="md"
          py="xs"
          bg="light-dark(var(--mantine-color-gray-0), var(--mantine-color-dark-6))"
        >
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" fw={650} m={0} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
