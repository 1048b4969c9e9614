import { Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';

interface RegionProps {
  readonly title: string;
  readonly icon: Icon;
  readonly children: ReactNode;
  /** A line below the title. */
  readonly note?: ReactNode;
  /** At the far end of the title's line. */
  readonly aside?: ReactNode;
  readonly isBusy?: boolean;
}

/** One part of the page: a landmark named by its heading. */
export function Region({ title, icon: IconOf, children, note, aside, isBusy = false }: RegionProps) {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      aria-busy={isBusy}
      // Takes the focus when what had it is gone.
      tabIndex={-1}
      withBorder
      radius="lg"
      p={{ base: 'md', sm: 'lg' }}
    >
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Group gap="sm" wrap="nowrap" align="center">
            <ThemeIcon variant="light" size="lg" radius="md" aria-hidden>
              <IconOf size={20} stroke={1.8} />
            </ThemeIcon>
            <div>
              <Title order={2} size="h4" id={id}>
                {title}
              </Title>
              {note !== undefined && (
                <Text size="sm" c="dimmed">
                  {note}
                </Text>
              )}
            </div>
          </Group>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
