import { Avatar, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { problemsAt } from '../graph/problems.js';
import type { Shopper } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { ShopperFacts } from './shopper-facts.js';
import { ShopperFigures } from './shopper-figures.js';
import type { ShopperData } from './use-shopper.js';

const ownBranches = ['name', 'phone', 'shippingAddress', 'identities', 'paymentMethods', 'email'].map((field) => [
  'customer',
  field,
]);

interface ShopperCardProps {
  readonly shopper: Shopper;
  readonly data: ShopperData;
}

/** Who it is, how to reach them, and which providers know them. */
export function ShopperCard({ shopper, data }: ShopperCardProps) {
  const { text } = useWords();
  const id = useId();
  const { error, refresh, isRefreshing } = data;
  const { name, email } = shopper;
  return (
    <Paper component="section" aria-labelledby={id} withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="md">
        <Group justify="space-between" gap="md">
          <Group gap="md" wrap="nowrap" style={{ minWidth: 0 }}>
            <Avatar size={64} radius="xl" color="indigo" variant="light" name={name ?? email ?? ''} aria-hidden />
            <Stack gap={2} style={{ minWidth: 0 }}>
              <Title order={2} size="h2" id={id} style={{ overflowWrap: 'anywhere' }}>
                {name ?? email ?? text.noName}
              </Title>
              {name !== null && (
                <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {email}
                </Text>
              )}
            </Stack>
          </Group>
          <ShopperFigures data={data} />
        </Group>
        <ProblemNotices problems={problemsAt(error, ownBranches)} onRetry={refresh} isRetrying={isRefreshing} />
        <ShopperFacts shopper={shopper} />
      </Stack>
    </Paper>
  );
}
