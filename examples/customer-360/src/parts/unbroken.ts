/** A text that stays on one line: in a narrow column lines end between facts, not within them. */
export function unbroken(fact: string): string {
  return fact.replaceAll(' ', '\u00a0');
}
