/** CLOSED lets all calls through, OPEN none, HALF_OPEN one at a time to see whether they fare better. */
export type CircuitState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** How a call went. UNTOLD says nothing of the one who was called: its caller left, or it never was sent. */
export type Verdict = 'ANSWERED' | 'FAILED' | 'UNTOLD';

/** A call that was let through; circuits make them, and take them back. */
export interface Passage {
  readonly isProbe: boolean;
  /** The turn of the circuit that it belongs to: what was let through before a turn has no say after it. */
  turn: number;
}

/** Of the share of failures, what one outcome makes up: about the newest twenty count. */
const weight = 0.1;
/** Above it there is trouble: reached by the third failure in a row. */
const troubleFrom = 0.2;
/** Reached by the fifth failure in a row, or when about half of the newest calls failed. */
const openFrom = 0.4;
/** How long trouble lasts before calls are held back: retries bridge what is shorter. */
const steadyMs = 500;
/** Outcomes older than this no longer speak of the present. */
const memoryMs = 30_000;
/** Answered in a row by as many probes, calls go as before. */
const probesNeeded = 3;
const shortestRestMs = 1000;
const longestRestMs = 5000;

/**
 * Holds calls back that keep failing, so that nobody waits for them and who was called may recover. docs/adr/0014 has the reasons for
 * its numbers.
 */
export class Circuit {
  readonly #now: () => number;
  #share = 0;
  #lastAt = 0;
  #troubleSince: number | null = null;
  #turn = 0;
  /** Null while it is closed. */
  #openedAt: number | null = null;
  #nextProbeAt = 0;
  #restMs = shortestRestMs;
  #closedAt = Number.NEGATIVE_INFINITY;
  #probe: Passage | null = null;
  #probesAnswered = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get state(): CircuitState {
    if (this.#openedAt === null) return 'CLOSED';
    return this.#now() < this.#nextProbeAt ? 'OPEN' : 'HALF_OPEN';
  }

  /** Since when calls are held back, in milliseconds since 1970; null while they are not. */
  get openedAt(): number | null {
    return this.#openedAt;
  }

  /** When the next call is let through, in milliseconds since 1970; in the past while one may, or is under way. */
  get nextProbeAt(): number {
    return this.#nextProbeAt;
  }

  /** How long calls are held back for, in milliseconds; null where one may go now. */
  get waitMs(): number | null {
    if (this.#openedAt === null) return null;
    const waitMs = this.#nextProbeAt - this.#now();
    if (waitMs > 0) return waitMs;
    // It may take a while until the probe is answered: nobody knows how long.
    return this.#probe === null ? null : shortestRestMs;
  }

  /** Lets a call through; to be asked where `waitMs` is null, and to be ended by `end`. */
  enter(): Passage {
    const passage = { isProbe: this.#openedAt !== null, turn: this.#turn };
    if (passage.isProbe) this.#probe = passage;
    return passage;
  }

  /** Takes a call back. Gives the state where that has changed it. */
  end(passage: Passage, verdict: Verdict): CircuitState | null {
    if (this.#probe === passage) this.#probe = null;
    if (passage.turn !== this.#turn || verdict === 'UNTOLD') return null;
    const isFailure = verdict === 'FAILED';
    const change = passage.isProbe ? this.#endProbe(isFailure) : this.#count(isFailure);
    // What its answer then turns out to say is still its own.
    passage.turn = this.#turn;
    return change;
  }

  /** Makes a failure of a call that was told to be answered: its answer says nothing that can be used. */
  misread(passage: Passage): CircuitState | null {
    if (passage.turn !== this.#turn) return null;
    if (passage.isProbe) return this.#open();
    // The newest outcome was a success.
    this.#share = Math.min(1, this.#share + weight);
    return this.#judge(true);
  }

  #endProbe(isFailure: boolean): CircuitState | null {
    if (isFailure) return this.#open();
    this.#probesAnswered += 1;
    if (this.#probesAnswered < probesNeeded) return null;
    this.#turn += 1;
    this.#openedAt = null;
    this.#closedAt = this.#now();
    this.#share = 0;
    this.#troubleSince = null;
    return 'CLOSED';
  }

  #count(isFailure: boolean): CircuitState | null {
    const now = this.#now();
    if (now - this.#lastAt > memoryMs) {
      this.#share = 0;
      this.#troubleSince = null;
    }
    this.#lastAt = now;
    this.#share += weight * ((isFailure ? 1 : 0) - this.#share);
    return this.#judge(isFailure);
  }

  #judge(isFailure: boolean): CircuitState | null {
    const now = this.#now();
    if (this.#share < troubleFrom) this.#troubleSince = null;
    else this.#troubleSince ??= now;
    const isSteady = this.#troubleSince !== null && now - this.#troubleSince >= steadyMs;
    return isFailure && isSteady && this.#share >= openFrom ? this.#open() : null;
  }

  #open(): CircuitState {
    const now = this.#now();
    const isRelapse = this.#openedAt !== null || now - this.#closedAt < longestRestMs;
    this.#restMs = isRelapse ? Math.min(longestRestMs, this.#restMs * 2) : shortestRestMs;
    this.#openedAt ??= now;
    this.#nextProbeAt = now + this.#restMs;
    this.#turn += 1;
    this.#probe = null;
    this.#probesAnswered = 0;
    return 'OPEN';
  }
}
