/** Of its own time, what the work under way must have left: one that is nearly over would fail the others too. */
const leastTime = 0.75;

/** Work under way whose result others may take. */
interface UnderWay {
  readonly startedAtMs: number;
  /** Of the one that does it. */
  readonly deadlineAt: number;
}

/**
 * Whether one who asks for the same may wait for work under way instead of doing it again.
 *
 * @param deadlineAt until when the one who asks waits
 * @param youngMs how old the work may be: what its result shows may be as old
 */
export function mayJoin(underWay: UnderWay, deadlineAt: number, youngMs: number): boolean {
  const now = Date.now();
  const hasTime = underWay.deadlineAt - now >= (deadlineAt - now) * leastTime;
  return hasTime && now - underWay.startedAtMs <= youngMs;
}
