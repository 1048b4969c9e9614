import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Provider } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { providerNames } from '../parts/provider-name.js';
import { useOrderCoverage } from '../shopper/use-shopper.js';

interface CoverageNotesProps {
  readonly email: string;
  /** How many orders are shown. */
  readonly shown: number;
  /** Providers whose orders are not all in reach of the list as it is shown. */
  readonly partial: ReadonlySet<Provider>;
}

/** How far each provider's orders were read, so that nobody takes a part for the whole. */
export function CoverageNotes({ email, shown, partial }: CoverageNotesProps) {
  const { text, format } = useWords();
  const { coverage, refresh } = useOrderCoverage(email);
  // Another number of orders is another state of what was read.
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    refresh();
  }, [shown, refresh]);

  if (coverage === null || coverage.length === 0) return null;
  return (
    <Group gap="md" justify="center">
      {coverage.map(({ provider, since, updatedAt, ...known }) => {
        const complete = known.complete && !partial.has(provider);
        const name = providerNames[provider];
        const words = complete
          ? text.coverage.complete(name)
          : since === null
            ? text.coverage.partly(name)
            : text.coverage.since(name, format.dayOf(since));
        const IconOf = complete ? IconCircleCheck : IconAlertTriangle;
        return (
          <Group key={provider} gap={6} wrap="nowrap">
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
      })}
    </Group>
  );
}
