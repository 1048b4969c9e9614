import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/language-context.js';
import type { Messages } from '../language/messages/en.js';
import { isRepeatable } from '../writes/attempt.js';
import type { Outcome } from '../writes/outcome.js';
import { problemTitle } from './problem-notice.js';

interface OutcomeNoticeProps {
  readonly outcome: Outcome<unknown>;
  readonly onRepeat: () => void;
  readonly onStartAnew: () => void;
  readonly isSending: boolean;
  /** What to say when it is done. */
  readonly done: ReactNode;
  /** Messages about the input that stand beside no field. */
  readonly loose: readonly string[];
}

const looks = {
  done: { color: 'teal', icon: IconCircleCheck, role: 'status' },
  unknown: { color: 'yellow', icon: IconHelpCircle, role: 'alert' },
  refused: { color: 'red', icon: IconAlertTriangle, role: 'alert' },
  'not-done': { color: 'orange', icon: IconAlertTriangle, role: 'alert' },
  conflict: { color: 'red', icon: IconAlertTriangle, role: 'alert' },
  'ledger-unavailable': { color: 'orange', icon: IconAlertTriangle, role: 'alert' },
} as const satisfies Record<Outcome<unknown>['kind'], unknown>;

/** What became of a write, and what can be done about it now. */
export function OutcomeNotice({ outcome, onRepeat, onStartAnew, isSending, done, loose }: OutcomeNoticeProps) {
  const { text } = useWords();
  const { color, icon: IconOf, role } = looks[outcome.kind];
  if (outcome.kind === 'done') {
    return (
      <Alert role={role} color={color} variant="light" radius="md" icon={<IconOf aria-hidden />}>
        {done}
      </Alert>
    );
  }
  const { title, words } = describe(outcome, text);
  return (
    <Alert role={role} color={color} variant="light" radius="md" icon={<IconOf aria-hidden />} title={title}>
      <Stack gap="xs">
        {words.map((sentence) => (
          <Text size="sm" key={sentence}>
            {sentence}
          </Text>
        ))}
        {loose.length > 0 && (
          <List size="sm">
            {loose.map((message) => (
              <List.Item key={message}>{message}</List.Item>
            ))}
          </List>
        )}
        <Group gap="sm">
          {isRepeatable(outcome) && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              loading={isSending}
              onClick={onRepeat}
            >
              {outcome.kind === 'unknown' ? text.checkAgain : text.retry}
            </Button>
          )}
          {outcome.kind === 'conflict' && (
            <Button size="compact-sm" variant="default" onClick={onStartAnew}>
              {text.startAnew}
            </Button>
          )}
          {outcome.kind === 'unknown' && (
            // What no provider can tell, a person can find out: the way on must not be closed for ever.
            <Button size="compact-sm" variant="default" disabled={isSending} onClick={onStartAnew}>
              {text.haveLooked}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

interface Description {
  readonly title: string;
  readonly words: readonly string[];
}

function describe(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>, all: Messages): Description {
  const { outcome: text } = all;
  if (outcome.kind === 'unknown') {
    // The gateway's own sentence names what to look for at the provider.
    return {
      title: text.unknownTitle,
      words: [text.unknown, ...(outcome.error === null ? [] : [outcome.error.message])],
    };
  }
  if (outcome.kind === 'not-done') {
    return { title: text.notDoneTitle, words: [`${problemTitle(outcome.error, all)} ${text.nothingDone}`] };
  }
  return {
    conflict: { title: text.conflictTitle, words: [text.conflict] },
    'ledger-unavailable': { title: text.ledgerTitle, words: [text.ledger] },
    // Each message says for itself what was done, if anything.
    refused: { title: text.refusedTitle, words: [] },
  }[outcome.kind];
}
