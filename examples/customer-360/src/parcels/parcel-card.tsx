import { Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ParcelRow } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { ParcelBadge } from '../parts/status-badge.js';
import { ParcelHistory } from './parcel-history.js';

interface ParcelCardProps {
  readonly reference: string;
  readonly parcel: ParcelRow;
  /** How often it has moved since the page was opened. */
  readonly moves: number;
}

/** One parcel: where it is, and below it how it came there. One that is on its way shows its history at once. */
export function ParcelCard({ reference, parcel, moves }: ParcelCardProps) {
  const { text, format } = useWords();
  const historyId = useId();
  const { trackingNumber, status, courier } = parcel;
  const [isOpen, setIsOpen] = useState(() => status !== 'DELIVERED' && status !== 'RETURNED');
  const last = 'lastEvent' in parcel ? parcel.lastEvent : null;
  const lastSeen = [last?.on ? format.day(last.on) : null, last?.place].filter(Boolean).join(' · ');
  const IconOf = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Paper component="article" withBorder radius="md" p="md">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Title order={3} size="h6" fw={600}>
              {text.parcelOfOrder(reference)}
            </Title>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {[courier?.name, trackingNumber].filter(Boolean).join(' · ')}
            </Text>
          </div>
          <ParcelBadge status={status} />
        </Group>
        <Group justify="space-between" gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconOf size={16} aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={historyId}
            onClick={() => setIsOpen(!isOpen)}
            ml={-8}
          >
            {isOpen ? text.hideHistory : text.showHistory}
          </Button>
          {!isOpen && lastSeen !== '' && (
            <Text size="xs" c="dimmed">
              {lastSeen}
            </Text>
          )}
        </Group>
        <Collapse expanded={isOpen} id={historyId}>
          {isOpen && <ParcelHistory trackingNumber={trackingNumber} moves={moves} />}
        </Collapse>
      </Stack>
    </Paper>
  );
}
