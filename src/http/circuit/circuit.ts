/** CLOSED lets all calls through, OPEN holds them back, HALF_OPEN finds out by a few whether they fare better. */
export type CircuitState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** How a call went. UNTOLD says nothing of the one who was called: its caller left, or it never was sent. */
export type Verdict = 'ANSWERED' | 'FAILED' | 'UNTOLD';

/** A call that was let through; circuits make them, and take them back. */
export interface Passage {
  readonly isProbe: boolean;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
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

/** Between the failure of a probe and the next one: four are sent a second, whatever the load. */
const gapMs = 250;
/** While a probe is silent, when the next one goes: each silent one doubles it. */
const shortestSilenceMs = 1000;
const longestSilenceMs = 2000;
/** Answered in a row by as many probes, calls go as before; twice as many each time it opens again soon after. */
const fewestProbes = 3;
const mostProbes = 12;
const soonMs = 60_000;
/** For how long a call waits for what comes of a probe: twice what answers usually take, within these. */
const shortestPatienceMs = 250;
const longestPatienceMs = 2000;

/**
 * Holds calls back that keep failing, so that nobody waits long for them and who was called may recover. docs/adr/0014 has the reasons for
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
  #closedAt = Number.NEGATIVE_INFINITY;
  #nextProbeAt = 0;
  /** Under way, of this turn. */
  readonly #probes = new Set<Passage>();
  #newestProbeAt = 0;
  #probesNeeded = fewestProbes;
  #probesAnswered = 0;
  #probesSilent = 0;
  #failedFrom = Number.NEGATIVE_INFINITY;
  /** How long answers take, in milliseconds. */
  #usualMs = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get state(): CircuitState {
    if (this.#openedAt === null) return 'CLOSED';
    return this.#probes.size === 0 && !this.mayEnter ? 'OPEN' : 'HALF_OPEN';
  }

  /** Since when calls are held back, in milliseconds since 1970; null while they are not. */
  get openedAt(): number | null {
    return this.#openedAt;
  }

  /** When a call is let through whatever comes of those under way, in milliseconds since 1970; in the past where one may go now. */
  get nextProbeAt(): number {
    return this.#nextProbeAt;
  }

  /** Whether a call may go now. */
  get mayEnter(): boolean {
    if (this.#openedAt === null || this.#now() >= this.#nextProbeAt) return true;
    const underWay = this.#probes.size;
    const answered = this.#probesAnswered;
    // With each that was answered one more at a time, three at the most, and no more than have to be.
    const places = Math.min(answered + 1, fewestProbes, this.#probesNeeded - answered);
    return answered > 0 && underWay < places;
  }

  /** When the call began whose failure is the newest news, in milliseconds since 1970: to those who came before, it is no old news. */
  get failedFrom(): number {
    return this.#failedFrom;
  }

  /** For how long it is worth waiting for a probe, or for what comes of one, in milliseconds; 0 where nothing is to be expected. */
  get newsWithinMs(): number {
    if (this.#probes.size === 0) return Math.max(0, this.#nextProbeAt - this.#now());
    const patienceMs = Math.min(longestPatienceMs, Math.max(shortestPatienceMs, 2 * this.#usualMs));
    return Math.max(0, this.#newestProbeAt + patienceMs - this.#now());
  }

  /** Lets a call through; to be asked where it may, and to be ended by `end`. */
  enter(): Passage {
    const startedAt = this.#now();
    const passage = { isProbe: this.#openedAt !== null, startedAt, turn: this.#turn };
    if (!passage.isProbe) return passage;
    this.#probesSilent = startedAt >= this.#nextProbeAt && this.#probes.size > 0 ? this.#probesSilent + 1 : 0;
    this.#nextProbeAt = startedAt + Math.min(longestSilenceMs, shortestSilenceMs * 2 ** this.#probesSilent);
    this.#newestProbeAt = startedAt;
    this.#probes.add(passage);
    return passage;
  }

  /** Takes a call back. Gives the state where that has changed it. */
  end(passage: Passage, verdict: Verdict): CircuitState | null {
    if (passage.turn !== this.#turn) return null;
    if (verdict === 'ANSWERED') this.#usualMs += 2 * weight * (this.#now() - passage.startedAt - this.#usualMs);
    const change = passage.isProbe ? this.#endProbe(passage, verdict) : this.#count(passage, verdict);
    // What its answer then turns out to say is still its own.
    passage.turn = this.#turn;
    return change;
  }

  /** Makes a failure of a call that was told to be answered: its answer says nothing that can be used. */
  misread(passage: Passage): CircuitState | null {
    if (passage.turn !== this.#turn) return null;
    if (passage.isProbe) return this.#open(passage);
    // The newest outcome was a success.
    this.#share = Math.min(1, this.#share + weight);
    return this.#judge(passage);
  }

  #endProbe(passage: Passage, verdict: Verdict): CircuitState | null {
    this.#probes.delete(passage);
    if (verdict === 'FAILED') return this.#open(passage);
    if (verdict === 'UNTOLD') {
      if (this.#probes.size === 0) this.#nextProbeAt = this.#now();
      return null;
    }
    this.#probesAnswered += 1;
    // What was silent before it is old news.
    if (this.#probesAnswered === 1) this.#turnAround();
    if (this.#probesAnswered < this.#probesNeeded || this.#probes.size > 0) return null;
    this.#turnAround();
    this.#openedAt = null;
    this.#closedAt = this.#now();
    this.#share = 0;
    this.#troubleSince = null;
    return 'CLOSED';
  }

  #count(passage: Passage, verdict: Verdict): CircuitState | null {
    if (verdict === 'UNTOLD') return null;
    const isFailure = verdict === 'FAILED';
    const now = this.#now();
    if (now - this.#lastAt > memoryMs) {
      this.#share = 0;
      this.#troubleSince = null;
    }
    this.#lastAt = now;
    this.#share += weight * ((isFailure ? 1 : 0) - this.#share);
    return this.#judge(isFailure ? passage : null);
  }

  /** @param failed null for a call that was answered */
  #judge(failed: Passage | null): CircuitState | null {
    const now = this.#now();
    if (this.#share < troubleFrom) this.#troubleSince = null;
    // Who was silent was in trouble while it was.
    else this.#troubleSince ??= failed?.startedAt ?? now;
    const isSteady = this.#troubleSince !== null && now - this.#troubleSince >= steadyMs;
    return failed !== null && isSteady && this.#share >= openFrom ? this.#open(failed) : null;
  }

  /** Opens it, or keeps it open since a probe failed. */
  #open(failed: Passage): CircuitState | null {
    const now = this.#now();
    const wasClosed = this.#openedAt === null;
    if (wasClosed) {
      const isRelapse = now - this.#closedAt < soonMs;
      this.#probesNeeded = isRelapse ? Math.min(mostProbes, this.#probesNeeded * 2) : fewestProbes;
      this.#openedAt = now;
    }
    this.#failedFrom = failed.startedAt;
    this.#nextProbeAt = now + gapMs;
    this.#probesAnswered = 0;
    this.#turnAround();
    return wasClosed ? 'OPEN' : null;
  }

  #turnAround(): void {
    this.#turn += 1;
    this.#probes.clear();
  }
}
