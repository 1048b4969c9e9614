import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useWords } from '../language/language-context.js';
import { providerNames } from '../parts/provider-name.js';
import type { OrderCoverage } from './use-order-coverage.js';

/** How far each provider's orders were read, so that nobody takes a part for the whole. */
export function CoverageNotes({ coverage }: { readonly coverage: readonly OrderCoverage[] }) {
  return (
    <Group gap="md" justify="center">
      {coverage.map((known) => (
        <CoverageNote key={known.provider} coverage={known} />
      ))}
    </Group>
  );
}

function CoverageNote({ coverage }: { readonly coverage: OrderCoverage }) {
  const { text, format } = useWords();
  const { provider, complete, since, updatedAt } = coverage;
  const name = providerNames[provider];
  const words = complete
    ? text.coverage.complete(name)
    : since === null
      ? text.coverage.partly(name)
      : text.coverage.since(name, format.dayOf(since));
  const IconOf = complete ? IconCircleCheck : IconAlertTriangle;
  return (
    <Group gap={6} wrap="nowrap">
      <IconOf
        size={16}
        aria-hidden
        color={`var(--mantine-color-${complete ? 'teal' : 'orange'}-6)`}
        style={{ flexShrink: 0 }}
      />
      <Text size="xs" c="dimmed">
        {words}
        {updatedAt !== null && `, ${text.coverage.updated(format.time(updatedAt))}`}
      </Text>
    </Group>
  );
}
