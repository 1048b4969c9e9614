import type { LoopPressure } from './loop-pressure.js';

/** While there is nothing but work, with each look this share of what is under way may be, */
const cut = 0.7;
/** and when there is time again, so many times more with each look in which there was nothing else: by far less where there was little. */
const largestGrowth = 5;
/** Over how long the rate at which places are given back is averaged. */
const rateMs = 200;

/** How busy the process is, as far as it decides on places. */
export type Pressure = Pick<LoopPressure, 'isSaturated' | 'idleShare' | 'whenLooked'>;

interface PlacesOptions {
  /** There are never more. */
  readonly most: number;
  /** Many that come at once after a quiet time find so many places before it is known whether there is time for more. @default all */
  readonly atFirst?: number;
  /** There are never fewer, */
  readonly fewest: number;
  /** nor fewer than are given back in so many seconds. */
  readonly leastSeconds: number;
}

/**
 * How much may be under way at once. While the process has time left, all of it; when it has none, fewer and fewer until they just keep it
 * busy: what waits half done is kept and copied by the engine, which makes all of it slower and ends none sooner.
 */
export class Places {
  readonly #options: Required<PlacesOptions>;
  readonly #whenFree: () => void;
  #most: number;
  #taken = 0;
  /** The most that were taken at once since the last look. */
  #peak = 0;
  #givenBack = 0;
  #perSecond = 0;

  /** @param whenFree called when places may have come free: after one was given back, and after each look */
  constructor({ most, atFirst = most, ...least }: PlacesOptions, pressure: Pressure, whenFree: () => void) {
    this.#options = { most, atFirst, ...least };
    this.#most = atFirst;
    this.#whenFree = whenFree;
    pressure.whenLooked((elapsedMs) => this.#look(elapsedMs, pressure));
  }

  /** How many are free; below zero while more are taken than there should be. */
  get free(): number {
    return this.#most - this.#taken;
  }

  get taken(): number {
    return this.#taken;
  }

  /** How many are given back in a second. */
  get perSecond(): number {
    return this.#perSecond;
  }

  take(): void {
    this.#taken += 1;
    this.#peak = Math.max(this.#peak, this.#taken);
  }

  giveBack(): void {
    this.#taken -= 1;
    this.#givenBack += 1;
    this.#whenFree();
  }

  #look(elapsedMs: number, { isSaturated, idleShare }: Pressure): void {
    const rate = (this.#givenBack * 1000) / elapsedMs;
    this.#givenBack = 0;
    this.#perSecond += (rate - this.#perSecond) * Math.min(1, elapsedMs / rateMs);
    this.#most = isSaturated ? this.#fewer() : this.#more(idleShare);
    this.#peak = this.#taken;
    this.#whenFree();
  }

  #fewer(): number {
    const { fewest, leastSeconds } = this.#options;
    const least = Math.max(fewest, this.#perSecond * leastSeconds);
    return Math.max(least, Math.min(this.#most, this.#taken) * cut);
  }

  #more(idleShare: number): number {
    const { most, atFirst } = this.#options;
    const growth = 1 + (largestGrowth - 1) * idleShare ** 2;
    return Math.min(most, this.#most * growth, Math.max(atFirst, this.#peak * largestGrowth));
  }
}
