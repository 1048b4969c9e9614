import { Alert, Anchor, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../language/language-context.js';
import { useFocusHandover } from '../parts/use-focus-handover.js';
import type { PlacedOrder } from './use-place-order.js';

interface PlacedNoticeProps {
  readonly order: PlacedOrder;
  readonly onNext: () => void;
}

/** The order is placed. */
export function PlacedNotice({ order: { reference, checkoutUrl }, onNext }: PlacedNoticeProps) {
  const { text } = useWords();
  const notice = useFocusHandover<HTMLDivElement>();
  // The button that was pressed is gone: whoever uses the keyboard goes on from here.
  useEffect(() => notice.current?.focus(), [notice]);
  return (
    <Alert
      ref={notice}
      tabIndex={-1}
      role="status"
      color="teal"
      variant="light"
      radius="md"
      icon={<IconCircleCheck aria-hidden />}
    >
      <Stack gap="sm">
        <Text fw={600}>{reference === null ? text.placedUnread : text.placed(reference)}</Text>
        <Group gap="sm">
          {checkoutUrl !== null && /^https?:\/\//.test(checkoutUrl) && (
            <Anchor href={checkoutUrl} target="_blank" rel="noreferrer" size="sm">
              {text.checkout}
              <VisuallyHidden> ({text.opensTab})</VisuallyHidden>
            </Anchor>
          )}
          <Button size="compact-sm" variant="default" onClick={onNext}>
            {text.another}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
