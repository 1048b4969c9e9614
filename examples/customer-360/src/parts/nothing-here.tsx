import { EmptyState } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

/** Says that there is nothing, and why that is not a mistake. */
export function NothingHere({
  icon: IconOf,
  title,
  children,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly children: string;
}) {
  return (
    <EmptyState
      size="sm"
      icon={<IconOf aria-hidden stroke={1.5} />}
      title={title}
      description={children}
      withIndicatorBackground
    />
  );
}
