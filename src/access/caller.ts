/** Who asks: what they may see and do follows from it, and what is counted is counted for them. */
export type Caller = MerchantCaller | CustomerCaller | AnonymousCaller;

interface CallerFacts {
  /** Tells callers apart: limits are counted under it. Shows nothing of the person. */
  readonly id: string;
  /** When what proves the caller ends, in milliseconds since 1970; null for what does not end by itself. */
  readonly expiresAtMs: number | null;
}

/** The shop itself: back office, scripts. Sees everything. */
export interface MerchantCaller extends CallerFacts {
  readonly scope: 'MERCHANT';
}

/** One shopper, who sees and changes what is their own. */
export interface CustomerCaller extends CallerFacts {
  readonly scope: 'CUSTOMER';
  /** QPilot's id of the shopper; null if the token does not say. */
  readonly customerId: string | null;
  /** Normalized; null unless the issuer says that it is verified. */
  readonly email: string | null;
}

/** Nobody who is known. Sees the catalog, where that is switched on. */
export interface AnonymousCaller extends CallerFacts {
  readonly scope: 'ANONYMOUS';
}

/** Whoever asks a gateway without access control: it answers this machine alone. */
export const localMerchant: MerchantCaller = { scope: 'MERCHANT', id: 'local', expiresAtMs: null };

/**
 * Whose idempotency keys a caller's are. All of the shop's programs share theirs: a write that is repeated after a change of
 * credentials is still a repetition.
 */
export function keyScopeOf(caller: Caller): string {
  return caller.scope === 'MERCHANT' ? 'merchant' : caller.id;
}
