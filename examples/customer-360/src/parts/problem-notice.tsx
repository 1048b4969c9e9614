import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { Problem } from '../graph/problems.js';
import { useWords } from '../language/language-context.js';
import type { Messages } from '../language/messages/en.js';
import { providerNames } from './provider-name.js';
import { useRetryTogether } from './retry-together.js';
import { useCountdown } from './use-countdown.js';
import { useFocusHandover } from './use-focus-handover.js';

interface ProblemNoticesProps {
  readonly problems: readonly Problem[];
  readonly onRetry: () => void;
  readonly isRetrying: boolean;
}

/** What is missing in a part of the page, for each provider its own notice. */
export function ProblemNotices({ problems, onRetry, isRetrying }: ProblemNoticesProps) {
  return problems.map((problem) => (
    <ProblemNotice
      key={`${problem.provider} ${problem.code} ${problem.requestId}`}
      problem={problem}
      onRetry={onRetry}
      isRetrying={isRetrying}
    />
  ));
}

interface ProblemNoticeProps extends Omit<ProblemNoticesProps, 'problems'> {
  readonly problem: Problem;
}

function ProblemNotice({ problem, onRetry, isRetrying }: ProblemNoticeProps) {
  const { text } = useWords();
  const seconds = useCountdown(problem.retryAfterMs);
  const retry = useRetryTogether({ provider: problem.provider, retry: onRetry });
  const notice = useFocusHandover<HTMLDivElement>();
  return (
    <Alert
      ref={notice}
      role="alert"
      color="orange"
      variant="light"
      radius="md"
      icon={<IconPlugConnectedX aria-hidden />}
      title={problemTitle(problem, text)}
    >
      <Stack gap="xs">
        {problem.provider !== null && <Text size="sm">{text.restStays}</Text>}
        <Group gap="sm">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={isRetrying}
            disabled={seconds > 0}
            onClick={retry}
          >
            {seconds > 0 ? text.retryIn(seconds) : text.retry}
          </Button>
          {problem.requestId !== null && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {text.tellOperator(problem.requestId)}
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

/** The trouble in one plain sentence. */
export function problemTitle({ code, provider }: Pick<Problem, 'code' | 'provider'>, text: Messages): string {
  const sentence = code in text.problem ? text.problem[code as keyof Messages['problem']] : text.problem.other;
  const needsProvider = code.startsWith('PROVIDER_') || code === 'DEADLINE_EXCEEDED';
  return needsProvider && provider === null
    ? text.problem.other()
    : sentence(provider === null ? '' : providerNames[provider]);
}
