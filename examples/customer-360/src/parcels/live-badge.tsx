import { Badge } from '@mantine/core';
import { useLiveState } from '../graph/live-context.js';
import { useWords } from '../language/language-context.js';

const colors = { connecting: 'gray', live: 'teal', lost: 'orange' } as const;

/** Whether what moves is seen moving. */
export function LiveBadge() {
  const { text } = useWords();
  const state = useLiveState();
  return (
    <Badge variant="dot" color={colors[state]} tt="none" fw={500} style={{ flexShrink: 0 }}>
      {text.live[state]}
    </Badge>
  );
}
