import { Group, Text, Title } from '@mantine/core';
import type { SubscriptionRow } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { Amount } from '../parts/amount.js';
import { SubscriptionBadge } from '../parts/status-badge.js';
import { unbroken } from '../parts/unbroken.js';
import { frequencyWords } from './frequency-words.js';

/** What is sent, how often, and when next. */
export function SubscriptionFacts({ subscription }: { readonly subscription: SubscriptionRow }) {
  const words = useWords();
  const { text, format } = words;
  const { status, rawStatus, items, frequency, nextOccurrenceAt, total } = subscription;
  const lastOrders =
    'orders' in subscription ? (subscription.orders?.nodes ?? []).map(({ reference }) => reference) : [];
  const titles = items.map(({ product }) => product?.title ?? text.unnamedProduct);
  const counts = items.map(({ quantity, product }) =>
    [quantity === null ? null : `${format.number(quantity)} ×`, product?.sku].filter(Boolean).join(' '),
  );
  const nextWords = nextOccurrenceAt === null ? text.noNext : `${text.next}: ${format.dayOf(nextOccurrenceAt)}`;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={3} size="h6" fw={600}>
            {titles.join(', ')}
          </Title>
          <Text size="sm" c="dimmed">
            {counts.join(', ')}
          </Text>
        </div>
        <SubscriptionBadge status={status} rawStatus={rawStatus} />
      </Group>
      <Group justify="space-between" gap="md" wrap="nowrap" align="flex-start">
        <Text size="sm">{[frequencyWords(frequency, words), nextWords].map(unbroken).join(' · ')}</Text>
        <Amount value={total} size="sm" fw={600} ta="right" />
      </Group>
      {lastOrders.length > 0 && (
        <Text size="sm" c="dimmed">
          {text.lastOrders}: {format.list(lastOrders)}
        </Text>
      )}
    </>
  );
}
