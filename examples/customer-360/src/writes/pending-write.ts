/** A write that was sent and whose outcome is not known yet. */
interface PendingWrite<Input> {
  readonly key: string;
  readonly input: Input;
}

const prefix = 'customer-360.pending.';

/** Kept for this tab only: the input names a person. */
export function rememberPending(name: string, pending: PendingWrite<unknown>): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(pending));
  } catch {
    // A browser without storage loses the key with the page; the write itself is as safe as before.
  }
}

export function forgetPending(name: string): void {
  try {
    sessionStorage.removeItem(prefix + name);
  } catch {
    // As above.
  }
}

export function readPending<Input>(name: string): PendingWrite<Input> | null {
  try {
    const text = sessionStorage.getItem(prefix + name);
    return text === null ? null : (JSON.parse(text) as PendingWrite<Input>);
  } catch {
    return null;
  }
}
