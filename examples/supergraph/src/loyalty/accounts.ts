export type LoyaltyTier = 'BRONZE' | 'SILVER' | 'GOLD';

export interface LoyaltyAccount {
  /** In lower case: by this commercegraph knows the shopper. */
  readonly email: string;
  readonly points: number;
}

/** Invented, for shoppers of the sandbox; the last is of nobody there. */
export const accounts: readonly LoyaltyAccount[] = [
  { email: 'chris@example.com', points: 2340 },
  { email: 'elin.ek@example.com', points: 610 },
  { email: 'moved.away@example.org', points: 45 },
];

/** The tier that so many points come to. */
export function tierOf({ points }: LoyaltyAccount): LoyaltyTier {
  if (points >= 2000) return 'GOLD';
  return points >= 500 ? 'SILVER' : 'BRONZE';
}
