import type { Logger } from 'pino';
import type { ProviderAccount } from '../config/provider-accounts.js';
import type { AccountBook } from './account-book.js';
import { nameAt } from './place-book.js';

interface Teller {
  readonly book: AccountBook;
  readonly log: Logger;
  /** Whether a place holds outcomes of writes, or records of the provider's account. */
  readonly holdsAnything: (place: string, account: ProviderAccount) => Promise<boolean>;
}

/**
 * Warns, at the start, of outcomes and records that may belong to the accounts of this start and are not used: with a key that was changed
 * without a name they would be missing without a word.
 */
export async function tellOfOthers({ book, log, holdsAnything }: Teller): Promise<void> {
  const { accounts, book: places } = await book.settled();
  const strangers = new Set<string>();
  for (const account of book.accounts) {
    for (const place of accounts.get(account.provider)?.doubtful ?? []) {
      if (!(await holdsAnything(place, account))) continue;
      const name = nameAt(places, account, place);
      if (name === null) strangers.add(place);
      else log.warn(adviceFor(account, name), otherKey);
    }
  }
  for (const place of strangers) log.warn({ place }, otherSettings);
}

const otherKey =
  'writes are remembered under another key of this provider: one of them that is repeated is refused until it is said whether both keys are of one account';
const otherSettings =
  'writes are remembered from settings of before that no start has shown since: one of them that is repeated is refused. Start once with those settings, then with the new ones';

function adviceFor({ provider, name }: ProviderAccount, other: string) {
  const variable = `${provider}_ACCOUNT`;
  return {
    provider,
    ifSameAccount: `${variable}=${other}`,
    ...(name === null && { ifOtherAccount: `${variable}=a name of your own for it` }),
  };
}
