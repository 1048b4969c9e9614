import { Button, Group } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { Ref } from 'react';
import type { ScheduledOrderStatus } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';

interface SubscriptionButtonsProps {
  readonly status: ScheduledOrderStatus;
  readonly mayChange: boolean;
  readonly isSwitching: boolean;
  readonly isEditing: boolean;
  readonly onSwitch: (status: 'ACTIVE' | 'PAUSED') => void;
  readonly onEdit: () => void;
  /** The button that opens the form for it. */
  readonly editButton: Ref<HTMLButtonElement>;
}

/** Subscriptions in other states cannot be switched: QPilot is at work on them, or they are gone. */
const switchable: ReadonlySet<ScheduledOrderStatus> = new Set(['ACTIVE', 'PAUSED', 'FAILED']);

export function SubscriptionButtons(props: SubscriptionButtonsProps) {
  const { status, mayChange, isSwitching, isEditing, onSwitch, onEdit, editButton } = props;
  const { text } = useWords();
  const isActive = status === 'ACTIVE';
  const IconOf = isActive ? IconPlayerPause : IconPlayerPlay;
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant={isActive ? 'default' : 'filled'}
        leftSection={<IconOf size={14} aria-hidden />}
        disabled={!switchable.has(status) || !mayChange}
        loading={isSwitching}
        // The second click of a double click would undo the first, whose answer may be there by then.
        onClick={({ detail }) => detail < 2 && onSwitch(isActive ? 'PAUSED' : 'ACTIVE')}
      >
        {isActive ? text.pause : text.activate}
      </Button>
      <Button
        ref={editButton}
        size="xs"
        variant="default"
        leftSection={<IconPencil size={14} aria-hidden />}
        aria-expanded={isEditing}
        disabled={!mayChange}
        onClick={onEdit}
      >
        {text.changeFrequency}
      </Button>
    </Group>
  );
}
