import type { CallRate, RateLimit, Turn } from '../call-rate.js';
import { RateBucket } from '../rate-bucket.js';
import { Leases } from './leases.js';
import type { RateAnswer, RateQuestion } from './rate-question.js';

/** The way to the state that all processes have in common. */
export interface SharedState {
  /** Whether it can be asked; if not, the process keeps to its part of the rate by itself. */
  readonly isReachable: () => boolean;
  /** Gives null when it is out of reach, and is so from then on. */
  readonly ask: (question: RateQuestion) => Promise<RateAnswer | null>;
}

interface SharedBucketOptions {
  readonly limit: RateLimit;
  readonly shared: SharedState;
  /** Told when a call that nobody waits for may have come to its turn. */
  readonly whenMore: () => void;
}

interface Demand {
  readonly cost: number;
  readonly deadlineAt: number;
  readonly settle: (turn: Turn) => void;
}

/** What is asked next. */
interface Wants {
  readonly demands: Demand[];
  refusedForMs: number | null;
  isNewRefusal: boolean;
  addsTo: string;
  spareCost: number;
}

/** How long a place may be kept for a call that has not come yet: twice as long as a busy process needs to use it up. */
const leaseMs = 200;
/** Of the calls of the newest second, how many places are taken ahead: those of a tenth of a second. */
const aheadShare = 0.1;

/**
 * So many calls a second for several processes together. Places come from what they share, one question at a time; a busy process takes
 * what a tenth of a second needs ahead, so that most calls find theirs here. Without a limit nothing is asked until one is learned.
 */
export class SharedBucket implements CallRate {
  readonly #options: SharedBucketOptions;
  /** What is known of the shared bucket; in its place while that is out of reach. */
  readonly #bucket: RateBucket;
  readonly #leases = new Leases();
  readonly #spares = new Leases();
  #wants: Wants | null = null;
  #isAsking = false;
  #isReturning = false;
  /** The newest refusal whose count this process is part of. */
  #told = '';

  constructor(options: SharedBucketOptions) {
    this.#options = options;
    this.#bucket = new RateBucket(options.limit);
  }

  get intervalMs(): number {
    return this.#bucket.intervalMs;
  }

  get heldUntil(): number {
    return this.#bucket.heldUntil;
  }

  takeAtOnce(cost: number): boolean {
    if (this.#isLocal) return this.#bucket.takeAtOnce(cost);
    const now = Date.now();
    if (this.#bucket.heldUntil > now || !this.#leases.take(cost, now)) return false;
    this.#bucket.count(now, cost);
    if (!this.#isAsking && 2 * this.#leases.left(now) < this.#ahead) this.#ask();
    return true;
  }

  reserve(cost: number, deadlineAt: number): Turn | Promise<Turn> {
    if (this.#isLocal) return this.#bucket.reserve(cost, deadlineAt);
    if (this.takeAtOnce(cost)) return { readyAt: Date.now(), isTaken: true };
    return new Promise((settle) => this.#ask().demands.push({ cost, deadlineAt, settle }));
  }

  spareAt(cost: number): number {
    return this.#spares.left(Date.now()) >= cost ? this.heldUntil : this.#bucket.spareAt(cost);
  }

  takeSpare(cost: number): boolean {
    if (this.#isLocal) return this.#bucket.takeSpare(cost);
    const now = Date.now();
    const isTaken = this.#spares.take(cost, now);
    if (isTaken) this.#bucket.count(now, cost);
    else this.#ask().spareCost = cost;
    return isTaken;
  }

  refused(delayMs: number): void {
    if (!this.#options.shared.isReachable()) {
      this.#bucket.refused(delayMs);
      return;
    }
    const isNew = Date.now() >= this.heldUntil;
    this.#bucket.holdFor(delayMs);
    this.#leases.clear();
    const wants = this.#ask();
    wants.refusedForMs = Math.max(wants.refusedForMs ?? 0, delayMs);
    wants.isNewRefusal ||= isNew;
  }

  /** Asks anew, since another process was refused. @param told names the refusal */
  hear(told: string): void {
    this.#leases.clear();
    const wants = this.#ask();
    if (told !== this.#told) wants.addsTo = told;
    this.#told = told;
  }

  /** Asks anew where it has missed something. @param told the newest refusal @param isTaught whether there is a rate that was learned */
  compare(told: string, isTaught: boolean): void {
    if (told !== '' && (told !== this.#told || (isTaught && this.#bucket.isUnlimited))) this.hear(told);
  }

  /** Goes on alone, as one of so many. */
  part(parts: number): void {
    this.#bucket.keepToPart(parts);
  }

  /** Goes on with the others, and tells them what came of it alone. */
  join(): void {
    this.#bucket.keepToPart(1);
    this.#isReturning = true;
    if (!this.#bucket.isUnlimited || this.heldUntil > Date.now()) this.#ask();
  }

  /** Whether nobody has to be asked. What is under way without a limit is about a refusal, which may bring one. */
  get #isLocal(): boolean {
    return !this.#options.shared.isReachable() || (this.#bucket.isUnlimited && !this.#isAsking);
  }

  /** How many places are worth having ahead. */
  get #ahead(): number {
    const perSecond = Math.min(this.#bucket.counted, 1000 / this.#bucket.intervalMs);
    return Math.floor(perSecond * aheadShare);
  }

  /** What the next question will be, which may be added to until it is sent. */
  #ask(): Wants {
    this.#wants ??= { demands: [], refusedForMs: null, isNewRefusal: false, addsTo: '', spareCost: 0 };
    if (!this.#isAsking) void this.#askAll();
    return this.#wants;
  }

  async #askAll(): Promise<void> {
    this.#isAsking = true;
    // What is wanted in the same moment is one question.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    for (let wants = this.#wants; wants !== null; wants = this.#wants) {
      this.#wants = null;
      const { shared } = this.#options;
      const question = this.#questionOf(wants);
      const answer = shared.isReachable() ? await shared.ask(question) : null;
      if (answer === null) this.#serveAlone(wants);
      else this.#serve(wants, answer, question.isReturning);
    }
    this.#isAsking = false;
  }

  #questionOf({ demands, refusedForMs, isNewRefusal, addsTo, spareCost }: Wants): RateQuestion {
    const now = Date.now();
    const { state } = this.#bucket;
    const isLimited = !this.#bucket.isUnlimited;
    return {
      limit: this.#options.limit,
      // A hold that is news is told as such: known already it would teach nothing.
      known: isNewRefusal ? { ...state, heldUntil: 0 } : state,
      isReturning: this.#isReturning,
      counted: this.#bucket.counted,
      extra: isLimited ? Math.max(0, this.#ahead - this.#leases.left(now)) : 0,
      demands,
      refusedForMs,
      addsTo,
      spareCost,
    };
  }

  #serve(wants: Wants, answer: RateAnswer, hasReturned: boolean): void {
    const now = Date.now();
    if (hasReturned) this.#isReturning = false;
    if (answer.isFirst) this.#told = answer.told;
    this.#bucket.adopt(answer.state);
    this.#leases.add(answer.extra, now + leaseMs);
    wants.demands.forEach(({ cost, settle }, index) => {
      const turn = answer.turns[index] ?? { readyAt: now, isTaken: false };
      if (turn.isTaken) this.#bucket.count(Math.max(now, turn.readyAt), cost);
      settle(turn);
    });
    if (answer.isSpared) this.#spares.add(wants.spareCost, now + leaseMs);
    if (wants.spareCost > 0) this.#options.whenMore();
  }

  #serveAlone({ demands, isNewRefusal, spareCost }: Wants): void {
    if (isNewRefusal) this.#bucket.learn();
    for (const { cost, deadlineAt, settle } of demands) settle(this.#bucket.reserve(cost, deadlineAt));
    if (spareCost > 0) this.#options.whenMore();
  }
}
