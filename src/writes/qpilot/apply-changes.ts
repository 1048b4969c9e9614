import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import { providerErrors } from '../../errors/codes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UserError } from '../input-check.js';
import type { Change } from './scheduled-order-changes.js';

interface Outcome {
  readonly scheduledOrder: ScheduledOrder | null;
  readonly userErrors: UserError[];
}

interface ChangedOrder {
  /** Sends one change. */
  readonly send: (change: Change) => Promise<{ isKnown: true; order: ScheduledOrder | null } | { isKnown: false }>;
  /** The order as it stands when it shows the changes; else null. */
  readonly find: (changes: readonly Change[]) => Promise<ScheduledOrder | null>;
}

const titles: Readonly<Record<Change['field'], string>> = {
  status: 'status',
  frequency: 'frequency',
  nextOccurrenceAt: 'next occurrence',
  paymentMethodId: 'payment method',
};

/** Sends changes one after the other and stops at the first that fails; knows at any time which of them were done. */
export class ChangeRun {
  readonly #done: Change[] = [];
  readonly #order: ChangedOrder;

  constructor(order: ChangedOrder) {
    this.#order = order;
  }

  /** What was done so far as a sentence with a blank before it; empty when nothing was. */
  get doneBefore(): string {
    if (this.#done.length === 0) return '';
    return ` Done before: ${this.#done.map(({ field }) => titles[field]).join(', ')}.`;
  }

  /**
   * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when a change may have been done and reading back does not show it; another code
   * only when nothing was done.
   */
  async apply(changes: readonly Change[]): Promise<Outcome> {
    let scheduledOrder: ScheduledOrder | null = null;
    for (const change of changes) {
      try {
        const outcome = await this.#order.send(change);
        if (!outcome.isKnown) return this.#stopped(scheduledOrder, this.#notFound());
        scheduledOrder = outcome.order;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw this.#done.length === 0 ? error : unknown(error);
        if (error.code !== 'PROVIDER_OUTCOME_UNKNOWN')
          return this.#stopped(scheduledOrder, this.#failure(change, error));
        scheduledOrder = await this.#found([change], error);
      }
      this.#done.push(change);
    }
    // An answer may show nothing: then what was done is done, and only how the order stands now is still to be read.
    return { scheduledOrder: scheduledOrder ?? (await this.#found(changes, null)), userErrors: [] };
  }

  /** @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when the order does not show the changes, or cannot be read */
  async #found(changes: readonly Change[], cause: unknown): Promise<ScheduledOrder> {
    const order = await this.#order.find(changes).catch((error: unknown) => {
      throw unknown(error);
    });
    if (order === null) throw unknown(cause);
    return order;
  }

  #stopped(scheduledOrder: ScheduledOrder | null, userError: UserError): Outcome {
    return { scheduledOrder, userErrors: [userError] };
  }

  #notFound(): UserError {
    return { field: ['id'], code: 'NOT_FOUND', message: `QPilot has no such scheduled order.${this.doneBefore}` };
  }

  /** @throws the error when nothing was done and it is not the provider's word on the input: then the write may be sent again */
  #failure({ field }: Change, error: UpstreamError): UserError {
    const isRefusal = error instanceof UpstreamRejection;
    if (!isRefusal && this.#done.length === 0) throw error;
    const sentence = (isRefusal ? error.words : null) ?? `QPilot ${providerErrors[error.code]}`;
    return { field: [field], code: 'REJECTED', message: sentence + this.doneBefore };
  }
}

function unknown(cause: unknown): UpstreamError {
  return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT', { cause });
}
