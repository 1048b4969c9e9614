import type { AnswerHead } from '../http/upstream-request.js';
import { type Check, checkOf } from './check.js';

/** The heads of answers, by the title of the provider that gave them. */
export type HeadsByTitle = ReadonlyMap<string, readonly AnswerHead[]>;

/** Tokens of callers and windows of time bear a few seconds; from here on something goes wrong. */
const tolerableMs = 30_000;

/**
 * How far this machine's clock is from those of the providers, as far as their `Date` headers show: that has whole seconds, and may have been
 * written at any moment between question and answer.
 */
export function checkClock(heads: HeadsByTitle): Check {
  const offsets = [...heads]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([title, own]) => {
      const known = own.map(offsetOf).filter((offset) => offset !== null);
      // One answer out of a cache would say too much.
      const least = known.toSorted((one, other) => Math.abs(one) - Math.abs(other)).at(0);
      return least === undefined ? [] : [{ title, offset: least }];
    });
  const common = { id: 'clock', title: 'Clock' };
  if (offsets.length === 0)
    return {
      ...common,
      state: 'NOTE',
      found: 'No provider has told the time, so the clock was not compared.',
      todo: [],
    };
  const facts = Object.fromEntries(offsets.map(({ title, offset }) => [title, Math.round(offset / 1000)]));
  const off = offsets.filter(({ offset }) => Math.abs(offset) > tolerableMs);
  const names = (list: typeof offsets) => list.map(({ title }) => title).join(', ');
  if (off.length === 0)
    return checkOf({ ...common, found: `Within ${tolerableMs / 1000} s of ${names(offsets)}.`, todo: [], facts });
  const found = `${off.map(({ title, offset }) => `${words(offset)} ${title}'s`).join(', ')}.`;
  if (off.length * 2 <= offsets.length)
    return {
      ...common,
      state: 'NOTE',
      found: `${found} The others agree with this machine, so that clock is probably theirs.`,
      todo: [],
      facts,
    };
  return checkOf({ ...common, found, todo: ['Set the clock of this machine (by NTP), then ask again.'], facts });
}

/** Milliseconds that this machine is ahead; 0 where the header leaves it open, null without a time. */
function offsetOf({ date, sentAtMs, receivedAtMs }: AnswerHead): number | null {
  const toldMs = Date.parse(date ?? '');
  if (Number.isNaN(toldMs)) return null;
  const least = sentAtMs - (toldMs + 1000);
  const most = receivedAtMs - toldMs;
  if (least > 0) return least;
  return most < 0 ? most : 0;
}

function words(offsetMs: number): string {
  return `This machine's clock is ${Math.round(Math.abs(offsetMs) / 1000)} s ${offsetMs > 0 ? 'ahead of' : 'behind'}`;
}
