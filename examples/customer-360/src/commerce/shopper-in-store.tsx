import { DataList, Divider, Group, Stack, Text, Title } from '@mantine/core';
import type { CommerceData, Shopper } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import type { Messages } from '../language/messages/en.js';
import { Amount } from '../parts/amount.js';

interface ShopperInStoreProps {
  readonly shopper: Shopper;
  readonly commerce: CommerceData;
}

/** This shopper as the store's aggregator has them: its own words and figures, which nothing here corrects. */
export function ShopperInStore({ shopper, commerce }: ShopperInStoreProps) {
  const { text, format } = useWords();
  const records = shopper.commerceCustomers;
  const own = new Set(shopper.orders?.nodes.map(({ id }) => id));
  const orders = commerce.orders?.nodes.filter(
    ({ order, raw }) => (order !== null && own.has(order.id)) || emailIn(raw) === shopper.email,
  );
  // Of what could not be read nothing is said but the notice above: an empty list would look like "there is none".
  if (records === null && orders === undefined) return null;
  return (
    <Stack gap="sm">
      <Divider />
      {records !== null && (
        <Title order={3} size="h6" fw={600}>
          {text.shopifyRecord}
        </Title>
      )}
      {records?.length === 0 && <Text size="sm">{text.noShopifyRecord}</Text>}
      {records?.map(({ id, raw }) => (
        <DataList key={id} size="sm" orientation="horizontal">
          {plainFields(raw, text).map(([name, value]) => (
            <DataList.Item key={name}>
              <DataList.ItemLabel>{name}</DataList.ItemLabel>
              <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      ))}
      {orders !== undefined && (
        <Title order={3} size="h6" fw={600}>
          {text.shopifyOrders}
        </Title>
      )}
      {orders?.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noShopifyOrders}
        </Text>
      )}
      {orders?.map(({ id, orderNumber, createdAt, total }) => (
        <Group key={id} justify="space-between">
          <Text size="sm">
            {orderNumber}
            {createdAt !== null && (
              <Text component="span" size="sm" c="dimmed">
                {` · ${format.dayOf(createdAt)}`}
              </Text>
            )}
          </Text>
          <Amount value={total} size="sm" />
        </Group>
      ))}
    </Stack>
  );
}

/** The fields of an undocumented record that can be shown as they are. */
function plainFields(raw: unknown, text: Messages): readonly (readonly [string, string])[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return [[label(name), value ? text.yes : text.no] as const];
    return typeof value === 'string' || typeof value === 'number' ? [[label(name), String(value)] as const] : [];
  });
}

/** `orders_count` is `Orders count`: the aggregator's own words. */
function label(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whose record it is, by its own e-mail; null when it has none. */
export function emailIn(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('email' in raw)) return null;
  return typeof raw.email === 'string' ? raw.email.trim().toLowerCase() : null;
}
