import { quantile } from '../quantile.js';
import type { Answered } from './open-load.js';

/** How long so great a share took at the most, in milliseconds; 0 for none. */
export function timeOf(answers: readonly Answered[], share: number): number {
  return answers.length === 0
    ? 0
    : quantile(
        answers.map(({ tookMs }) => tookMs),
        share,
      );
}

export function latencies(answers: readonly Answered[]): string {
  const [p50, p99, longest] = [0.5, 0.99, 1].map((share) => timeOf(answers, share).toFixed(0));
  return `p50 ${p50} ms, p99 ${p99} ms, longest ${longest} ms`;
}

/** Each outcome with how often it came. */
export function outcomes(answers: readonly Answered[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of answers) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}

/** The p99 of what was asked in each second, in milliseconds. */
export function p99BySecond(answers: readonly Answered[]): number[] {
  const seconds: Answered[][] = [];
  for (const answer of answers) (seconds[Math.floor(answer.askedAt / 1000)] ??= []).push(answer);
  return Array.from(seconds, (second) => timeOf(second ?? [], 0.99));
}
