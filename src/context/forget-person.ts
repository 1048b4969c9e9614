import type { DirectoryAccess } from '../directory/directory-access.js';
import { fromEpochMs } from '../domain/instant.js';
import { forgetShopper } from '../records/placed-invoices.js';
import type { RecordsStore } from '../records/records-store.js';
import type { Gateway } from './create-context.js';

/** Removes a person's data from the gateway's own stores; how many records of each. What was kept of answers goes as a whole. */
export async function forgetPerson(
  email: string,
  gateway: Pick<Gateway, 'providers' | 'writes' | 'records' | 'directory' | 'customerIds'>,
): Promise<{ readonly store: string; readonly records: number }[]> {
  const { providers, writes, records, directory, customerIds } = gateway;
  providers.forgetAnswers();
  customerIds.forget(email);
  const forgotten = [
    { store: 'ledger', records: await writes.forget(email) },
    { store: 'records', records: await forgetShopper(records, email) },
  ];
  if (directory === null) return forgotten;
  return [...forgotten, { store: 'directory', records: await forgetInDirectory(directory, records, email) }];
}

/** The hash of the e-mail stays, so that filling does not bring the person back. */
async function forgetInDirectory(
  { directory }: DirectoryAccess,
  records: RecordsStore,
  email: string,
): Promise<number> {
  const emailHash = directory.hashEmail(email);
  await records.put('forgotten', emailHash, { emailHash, at: fromEpochMs(Date.now()) });
  return directory.forget(emailHash);
}
