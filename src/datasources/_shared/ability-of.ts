/**
 * Whether an account offers something, by a question beside the one that counts: null when the answer does not tell. Whatever goes
 * wrong with it says nothing of the account.
 */
export async function abilityOf(ask: () => Promise<boolean | null>): Promise<boolean | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}
