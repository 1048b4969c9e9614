import { Paper, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SubscriptionRow } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { OutcomeNotice } from '../parts/outcome-notice.js';
import { isOpen } from '../writes/attempt.js';
import { FrequencyForm } from './frequency-form.js';
import { SubscriptionButtons } from './subscription-buttons.js';
import { SubscriptionFacts } from './subscription-facts.js';
import { useChangeSubscription } from './use-change-subscription.js';

/** One subscription: what, how often, when next; paused, activated and spaced by its buttons. */
export function SubscriptionCard({ subscription }: { readonly subscription: SubscriptionRow }) {
  const { text } = useWords();
  const [isEditing, setIsEditing] = useState(false);
  const { attempt, submit, repeat, startAnew } = useChangeSubscription(subscription.id, () => setIsEditing(false));

  // Whoever closes the form goes on where it was opened.
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  const isSending = attempt.stage === 'sending';
  const sending = isSending ? attempt.input : null;
  const mayChange = isOpen(attempt);
  const outcome = attempt.stage === 'answered' ? attempt.outcome : null;

  return (
    <Paper component="article" withBorder radius="md" p="md">
      <Stack gap="sm">
        <SubscriptionFacts subscription={subscription} />
        <SubscriptionButtons
          status={subscription.status}
          mayChange={mayChange}
          isSwitching={sending?.status !== undefined}
          isEditing={isEditing}
          onSwitch={(status) => submit({ status })}
          onEdit={() => setIsEditing(!isEditing)}
          editButton={editButton}
        />
        {isEditing && (
          <FrequencyForm
            frequency={subscription.frequency}
            isSending={sending?.frequency !== undefined}
            mayChange={mayChange}
            onSave={(frequency) => submit({ frequency })}
            onClose={() => setIsEditing(false)}
          />
        )}
        {outcome !== null && (
          <OutcomeNotice
            outcome={outcome}
            onRepeat={repeat}
            onStartAnew={startAnew}
            isSending={isSending}
            done={text.changed}
            loose={outcome.kind === 'refused' ? outcome.userErrors.map(({ message }) => message) : []}
          />
        )}
      </Stack>
    </Paper>
  );
}
