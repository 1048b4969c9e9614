import { type FormEvent, useState } from 'react';
import type { Shopper } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { isOpen } from '../writes/attempt.js';
import { checkDraft, type DraftField, emptyDraft, fieldOf, type OrderDraft, toOrder } from './order-draft.js';
import { usePlaceOrder } from './use-place-order.js';

/** What is wrong, beside the field it is about. */
type FieldErrors = Partial<Record<DraftField, string>>;

interface OrderFormOptions {
  readonly shopper: Shopper;
  readonly email: string;
  readonly onPlaced: () => void;
}

/** The form of a new order: what is typed, what is wrong with it, and what became of it. */
export function useOrderForm({ shopper, email, onPlaced }: OrderFormOptions) {
  const { text } = useWords();
  const { attempt, submit, repeat, startAnew } = usePlaceOrder({ email, onPlaced });
  // Only what was typed is kept: an address that arrives late, after a retry, is still filled in.
  const [typed, setTyped] = useState<Partial<OrderDraft>>({});
  const draft = { ...emptyDraft(shopper), ...typed };
  const [wasTried, setWasTried] = useState(false);

  const outcome = attempt.stage === 'answered' ? attempt.outcome : null;
  const problems = checkDraft(draft);
  const refusals = outcome?.kind === 'refused' ? outcome.userErrors : [];
  const errors: FieldErrors = {
    ...Object.fromEntries(refusals.flatMap((error) => [[fieldOf(error) ?? '', error.message]])),
    ...(wasTried ? Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, text[problem]])) : {}),
  };

  return {
    draft,
    errors,
    outcome,
    /** Messages of the gateway that are about no field of the form. */
    loose: refusals.filter((error) => fieldOf(error) === null).map(({ message }) => message),
    isSending: attempt.stage === 'sending',
    isLocked: !isOpen(attempt),
    change: (part: Partial<OrderDraft>) => setTyped({ ...typed, ...part }),
    place: (event: FormEvent) => {
      event.preventDefault();
      setWasTried(true);
      if (Object.keys(problems).length === 0) submit(toOrder(draft, email));
    },
    repeat,
    startAnew,
    /** Empties the form for another order. */
    next: () => {
      startAnew();
      setTyped({});
      setWasTried(false);
    },
  };
}

export type OrderForm = ReturnType<typeof useOrderForm>;
