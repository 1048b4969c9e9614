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
  /** Sends one change; gives the order where the answer shows it with the change. */
  readonly send: (change: Change) => Promise<{ isKnown: true; order: ScheduledOrder | null } | { isKnown: false }>;
  /** The order as it stands and those of the changes it shows; null when there is no such order. */
  readonly read: (
    changes: readonly Change[],
  ) => Promise<{ readonly order: ScheduledOrder; readonly shown: readonly Change[] } | null>;
}

const titles: Readonly<Record<Change['field'], string>> = {
  status: 'status',
  frequency: 'frequency',
  nextOccurrenceAt: 'next occurrence',
  paymentMethodId: 'payment method',
};

/** Sends changes one after the other and stops at the first that fails; knows at any time which of them were done. */
export class ChangeRun {
  /** Those that were or may have been done. */
  readonly #sent: Change[] = [];
  /** Those of them that QPilot has shown. */
  #shown: ReadonlySet<Change> = new Set();
  #scheduledOrder: ScheduledOrder | null = null;
  readonly #order: ChangedOrder;

  constructor(order: ChangedOrder) {
    this.#order = order;
  }

  /** What was surely done so far as a sentence with a blank before it; empty when nothing was. */
  get doneBefore(): string {
    const done = this.#sent.filter((change) => this.#shown.has(change));
    return done.length === 0 ? '' : ` Done before: ${done.map(({ field }) => titles[field]).join(', ')}.`;
  }

  /**
   * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when a change may have been done and reading back does not show it; another code
   * only when nothing was done.
   */
  async apply(changes: readonly Change[]): Promise<Outcome> {
    for (const change of changes) {
      const problem = await this.#send(change);
      if (problem === null) continue;
      await this.#prove();
      const userError = { ...problem, message: problem.message + this.doneBefore };
      return { scheduledOrder: this.#scheduledOrder, userErrors: [userError] };
    }
    await this.#prove();
    return { scheduledOrder: this.#scheduledOrder, userErrors: [] };
  }

  /** Gives what the run has to stop for; null when it can go on. */
  async #send(change: Change): Promise<UserError | null> {
    try {
      const outcome = await this.#order.send(change);
      if (!outcome.isKnown) return { field: ['id'], code: 'NOT_FOUND', message: 'QPilot has no such scheduled order.' };
      this.#sent.push(change);
      if (outcome.order !== null) {
        this.#shown = new Set([...this.#shown, change]);
        this.#scheduledOrder = outcome.order;
      }
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw this.#sent.length === 0 ? error : unknown(error);
      if (error.code !== 'PROVIDER_OUTCOME_UNKNOWN') return this.#failure(change, error);
      this.#sent.push(change);
      await this.#readBack(error);
    }
    return null;
  }

  /** A success that shows nothing is no proof: then the order as it stands has to show what was sent. */
  async #prove(): Promise<void> {
    if (this.#sent.some((change) => !this.#shown.has(change))) await this.#readBack(null);
  }

  /** @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when the order does not show all that was sent, or cannot be read */
  async #readBack(cause: unknown): Promise<void> {
    const state = await this.#order.read(this.#sent).catch((error: unknown) => {
      throw unknown(error);
    });
    if (state === null) throw unknown(cause);
    this.#shown = new Set(state.shown);
    if (this.#sent.some((change) => !this.#shown.has(change))) throw unknown(cause);
    this.#scheduledOrder = state.order;
  }

  /** @throws the error when nothing was done and it is not the provider's word on the input: then the write may be sent again */
  #failure({ field }: Change, error: UpstreamError): UserError {
    const isRefusal = error instanceof UpstreamRejection;
    if (!isRefusal && this.#sent.length === 0) throw error;
    const sentence = (isRefusal ? error.words : null) ?? `QPilot ${providerErrors[error.code]}`;
    if (error.code === 'PROVIDER_REJECTED') return { field: [field], code: 'REJECTED', message: sentence };
    return { field: [field], code: 'INTERRUPTED', message: `Stopped at ${titles[field]}: ${sentence}` };
  }
}

function unknown(cause: unknown): UpstreamError {
  return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT', { cause });
}
