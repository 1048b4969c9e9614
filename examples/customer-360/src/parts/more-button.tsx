import { Button, Center } from '@mantine/core';
import { useFocusHandover } from './use-focus-handover.js';

interface MoreButtonProps {
  readonly onClick: () => void;
  readonly loading: boolean;
  readonly children: string;
}

/** Shows more of a list, below it. */
export function MoreButton({ onClick, loading, children }: MoreButtonProps) {
  const place = useFocusHandover<HTMLDivElement>();
  return (
    <Center ref={place}>
      <Button variant="light" onClick={onClick} loading={loading}>
        {children}
      </Button>
    </Center>
  );
}
