import type { ProviderName } from '../../domain/provider.js';
import type { OperationScope, UpstreamRequest } from '../upstream-request.js';
import { Circuit, type CircuitState } from './circuit.js';
import { CircuitOpenError } from './circuit-open-error.js';
import { GuardedCall } from './guarded-call.js';

/** Calls of one name that are held back. */
export interface HeldCalls {
  /** Name of the call, as in the log. */
  readonly operation: string;
  readonly state: Exclude<CircuitState, 'CLOSED'>;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Milliseconds since 1970; in the past while a call is let through to try. */
  readonly nextProbeAt: number;
}

/** Silence that is shorter is not held against a provider, in milliseconds; nor is any that its own setting calls too short. */
const longestFairMs = 500;

const unguarded: Pick<GuardedCall, 'end' | 'misread'> = { end: () => {}, misread: () => {} };

/** The circuits of one provider, one for each name of a call: what fails in one place may work in another. */
export class Circuits {
  readonly #provider: ProviderName;
  readonly #fairMs: number;
  readonly #isOn: boolean;
  readonly #circuits = new Map<string, Circuit>();

  /** @param timeoutMs of one try */
  constructor(
    provider: ProviderName,
    { timeoutMs, isOn = true }: { readonly timeoutMs: number; readonly isOn?: boolean },
  ) {
    this.#provider = provider;
    this.#isOn = isOn;
    // Timers may end a little early.
    this.#fairMs = Math.min(longestFairMs, timeoutMs) - 1;
  }

  /** @throws CircuitOpenError when calls like this one are held back */
  check({ operation }: UpstreamRequest): void {
    const waitMs = this.#circuits.get(operation)?.waitMs ?? null;
    if (waitMs !== null) throw new CircuitOpenError(this.#provider, waitMs);
  }

  /** Lets a call through that is about to be sent; its `end` has to be told. @throws CircuitOpenError */
  enter(request: UpstreamRequest, scope: OperationScope): Pick<GuardedCall, 'end' | 'misread'> {
    if (!this.#isOn) return unguarded;
    this.check(request);
    const { operation } = request;
    const circuit = this.#of(operation);
    const onChange = (state: CircuitState) => this.#log(circuit, state, { operation, scope });
    return new GuardedCall({ circuit, scope, onChange, fairMs: this.#fairMs });
  }

  /** What is held back now. */
  get held(): readonly HeldCalls[] {
    return [...this.#circuits].flatMap(([operation, { state, openedAt, nextProbeAt }]) =>
      state === 'CLOSED' || openedAt === null ? [] : [{ operation, state, since: openedAt, nextProbeAt }],
    );
  }

  #of(operation: string): Circuit {
    const known = this.#circuits.get(operation);
    if (known !== undefined) return known;
    const circuit = new Circuit();
    this.#circuits.set(operation, circuit);
    return circuit;
  }

  #log(
    { nextProbeAt }: Circuit,
    state: CircuitState,
    { operation, scope }: { operation: string; scope: OperationScope },
  ): void {
    const provider = this.#provider;
    if (state === 'CLOSED') scope.log.info({ provider, operation }, 'upstream calls go again');
    else {
      const probeInMs = nextProbeAt - Date.now();
      scope.log.warn({ provider, operation, probeInMs }, 'upstream calls are held back');
    }
  }
}
