/** In front of every key of a scope. The braces keep all of them in one slot, so that a script may touch several. */
export function scopePrefix(scope: string): string {
  return `commercegraph:{${scope}}:`;
}
