import type { OperationScope } from '../upstream-request.js';
import type { Circuit, CircuitState, Passage } from './circuit.js';
import { verdictOf } from './verdict-of.js';

/** What came of a call that was let through to try. MISREAD comes after ANSWERED: the answer says nothing that can be used. */
export type ProbeOutcome = 'ANSWERED' | 'FAILED' | 'UNTOLD' | 'MISREAD';

/** Of one provider and operation. */
export interface GuardedCallOptions {
  readonly circuit: Circuit;
  readonly scope: OperationScope;
  readonly onChange: (state: CircuitState) => void;
  readonly onProbed: (outcome: ProbeOutcome) => void;
  /** Of a silent provider, how much silence is held against it, in milliseconds. */
  readonly fairMs: number;
}

/** One call that was let through by its circuit, and tells it how it went. */
export class GuardedCall {
  readonly #options: GuardedCallOptions;
  readonly #passage: Passage;
  readonly #sinceMs = performance.now();

  constructor(options: GuardedCallOptions) {
    this.#options = options;
    this.#passage = options.circuit.enter();
  }

  /**
   * Tells how the call went.
   *
   * @param error null for an answer
   * @param isSilence whether it was given up without one
   */
  end(error: unknown, isSilence: boolean): void {
    const verdict = isSilence && !this.#hadTime() ? 'UNTOLD' : verdictOf(error);
    this.#tell(this.#options.circuit.end(this.#passage, verdict), verdict);
  }

  /** Tells what was found when the answer was read. */
  misread(error: unknown): void {
    if (verdictOf(error) === 'FAILED') this.#tell(this.#options.circuit.misread(this.#passage), 'MISREAD');
  }

  /** An operation that is nearly over gives a call little time: that it was not enough says nothing. Nor does a caller who left. */
  #hadTime(): boolean {
    const { scope, fairMs } = this.#options;
    const hasCallerLeft = scope.signal.aborted && Date.now() < scope.deadlineAt;
    return !hasCallerLeft && performance.now() - this.#sinceMs >= fairMs;
  }

  #tell(state: CircuitState | null, outcome: ProbeOutcome): void {
    const { onChange, onProbed } = this.#options;
    if (state !== null) onChange(state);
    if (this.#passage.isProbe) onProbed(outcome);
  }
}
