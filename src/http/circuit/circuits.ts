import type { ProviderName } from '../../domain/provider.js';
import type { CallObserver } from '../call-observer.js';
import type { OperationScope, UpstreamRequest } from '../upstream-request.js';
import { Circuit, type CircuitState } from './circuit.js';
import { CircuitOpenError } from './circuit-open-error.js';
import { GuardedCall, type ProbeOutcome } from './guarded-call.js';
import { Waiters } from './waiters.js';

/** Calls of one name that are held back. */
export interface HeldCalls {
  /** Name of the call, as in the log. */
  readonly operation: string;
  readonly state: Exclude<CircuitState, 'CLOSED'>;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** When a call is let through whatever comes of those under way, in milliseconds since 1970; in the past where the next one to come is. */
  readonly nextProbeAt: number;
}

interface CircuitsOptions {
  /** Of one try. */
  readonly timeoutMs: number;
  /** @default true */
  readonly isOn?: boolean;
  readonly observer?: Pick<CallObserver, 'heldBack' | 'probed'> | undefined;
}

/** What is told of a call that was let through. */
export type Guard = Pick<GuardedCall, 'end' | 'misread'>;

/** Silence that is shorter is not held against a provider, in milliseconds; nor is any that its own setting calls too short. */
const longestFairMs = 500;

/** Of one name of a call: more fail at once, as they would if nobody waited. A page makes about a hundred. */
const mostWaiters = 200;

const unguarded: Guard = { end: () => {}, misread: () => {} };

/** The circuits of one provider, one for each name of a call: what fails in one place may work in another. */
export class Circuits {
  readonly #provider: ProviderName;
  readonly #fairMs: number;
  readonly #isOn: boolean;
  readonly #observer: CircuitsOptions['observer'];
  readonly #circuits = new Map<string, { readonly circuit: Circuit; readonly waiters: Waiters }>();

  constructor(provider: ProviderName, { timeoutMs, isOn = true, observer }: CircuitsOptions) {
    this.#provider = provider;
    this.#isOn = isOn;
    this.#observer = observer;
    // Timers may end a little early.
    this.#fairMs = Math.min(longestFairMs, timeoutMs) - 1;
  }

  /** Whether calls like this one are held back now. */
  holdBack({ operation }: UpstreamRequest): boolean {
    return this.#circuits.get(operation)?.circuit.mayEnter === false;
  }

  /**
   * Null where a call may go, as most may. Else calls like it are held back: the promise ends when one may try, when there is news of
   * one that tries, or when there should be; then this is to be asked again.
   *
   * @param sinceMs when the call came, in milliseconds since 1970: it fails with one that was tried later, never by older news
   * @throws CircuitOpenError when there is nothing to wait for
   */
  whenNews({ operation }: UpstreamRequest, scope: OperationScope, sinceMs: number): Promise<void> | null {
    const known = this.#circuits.get(operation);
    if (known === undefined || known.circuit.mayEnter) return null;
    const { circuit, waiters } = known;
    const { signal, deadlineAt, priority } = scope;
    const waitMs = circuit.failedFrom > sinceMs ? 0 : Math.min(circuit.newsWithinMs, deadlineAt - Date.now());
    // Nobody waits for what is done behind the scenes.
    if (waitMs > 0 && !signal.aborted && priority === undefined && waiters.count < mostWaiters)
      return waiters.wait(waitMs, signal);
    this.#observer?.heldBack(scope);
    throw new CircuitOpenError(this.#provider, Math.max(1, circuit.nextProbeAt - Date.now()));
  }

  /** Lets a call through that is about to be sent; its `end` has to be told. Null where it is held back by now. */
  enter({ operation }: UpstreamRequest, scope: OperationScope): Guard | null {
    if (!this.#isOn) return unguarded;
    const { circuit, waiters } = this.#of(operation);
    if (!circuit.mayEnter) return null;
    const onChange = (state: CircuitState) => this.#log(state, operation, scope);
    const onProbed = (outcome: ProbeOutcome) => {
      this.#observer?.probed(outcome);
      // Whoever reads the answer may find that it says nothing: those who wait look after that.
      setImmediate(() => (circuit.mayEnter ? waiters.tellAll() : waiters.tellInTurn()));
    };
    return new GuardedCall({ circuit, scope, onChange, onProbed, fairMs: this.#fairMs });
  }

  /** What is held back now. */
  get held(): readonly HeldCalls[] {
    return [...this.#circuits].flatMap(([operation, { circuit }]) => {
      const { state, openedAt, nextProbeAt } = circuit;
      return state === 'CLOSED' || openedAt === null ? [] : [{ operation, state, since: openedAt, nextProbeAt }];
    });
  }

  #of(operation: string) {
    const known = this.#circuits.get(operation);
    if (known !== undefined) return known;
    const made = { circuit: new Circuit(), waiters: new Waiters() };
    this.#circuits.set(operation, made);
    return made;
  }

  #log(state: CircuitState, operation: string, { log }: OperationScope): void {
    const provider = this.#provider;
    if (state === 'CLOSED') log.info({ provider, operation }, 'upstream calls go again');
    else log.warn({ provider, operation }, 'upstream calls are held back');
  }
}
