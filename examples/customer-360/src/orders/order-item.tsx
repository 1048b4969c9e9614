import { Accordion, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { OrderRow } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { Amount } from '../parts/amount.js';
import { providerNames } from '../parts/provider-name.js';
import { OrderBadge } from '../parts/status-badge.js';
import { unbroken } from '../parts/unbroken.js';
import { OrderDetails } from './order-details.js';

/** One order: its line in the list, and what opens below it. */
export function OrderItem({ order }: { readonly order: OrderRow }) {
  const { text, format } = useWords();
  const { id, reference, provider, placedAt, status, total, shipments } = order;
  // The lines are read when they are first looked at.
  const [wasOpened, setWasOpened] = useState(false);
  const parcels = shipments?.length ?? 0;
  const facts = [
    placedAt === null ? text.noDate : format.dayOf(placedAt),
    providerNames[provider],
    ...(parcels > 0 ? [text.parcelCount(parcels)] : []),
  ];
  return (
    <Accordion.Item value={id}>
      <Accordion.Control onClick={() => setWasOpened(true)}>
        <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {text.order(reference)}
          </Text>
          <Amount value={total} fw={600} ta="right" />
        </Group>
        <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
          <Text size="sm" c="dimmed" fw={400}>
            {facts.map(unbroken).join(' · ')}
          </Text>
          <OrderBadge status={status} />
        </Group>
      </Accordion.Control>
      <Accordion.Panel>{wasOpened && <OrderDetails id={id} />}</Accordion.Panel>
    </Accordion.Item>
  );
}
