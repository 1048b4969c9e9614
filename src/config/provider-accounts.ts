import { createHash } from 'node:crypto';
import type { ProviderConfig } from '../datasources/_shared/define-provider.js';
import { definitions, type ProviderConfigs, providerKeys } from '../datasources/providers.js';
import type { ProviderName } from '../domain/provider.js';

/** One account at one provider, by what stays when its secrets are changed. */
export interface ProviderAccount {
  readonly provider: ProviderName;
  /** Where it is: the base URL. */
  readonly home: string;
  /** A digest of its id at the provider, or of the key for a provider without one: neither is written or printed anywhere. */
  readonly known: { readonly by: 'id' | 'key'; readonly as: string };
  /** The operator's own name for it, `{PROVIDER}_ACCOUNT`; null where none is given or the provider has an id. */
  readonly name: string | null;
}

/** The accounts that are set up. */
export function accountsOf(providers: ProviderConfigs): readonly ProviderAccount[] {
  return providerKeys
    .filter((key) => providers[key].isConfigured)
    .map((key) => {
      const { name: provider, account } = definitions[key];
      const { baseUrl, credentials, options }: ProviderConfig = providers[key];
      const home = baseUrl.href.replace(/\/+$/, '');
      const ids = account.map((credential) => credentials[credential]?.reveal() ?? '');
      const secrets = Object.values(credentials).map((secret) => secret.reveal());
      const by = ids.length > 0 ? 'id' : 'key';
      const as = shortDigest([provider, home, ...(by === 'id' ? ids : secrets)]);
      return { provider, home, known: { by, as }, name: options['ACCOUNT'] ?? null };
    });
}

/** Tells one set of accounts from another: the same for equal accounts, whatever their keys and their order. */
export function digestOfAccounts(accounts: readonly ProviderAccount[]): string {
  const parts = accounts.map(({ provider, home, known, name }) => [
    provider,
    home,
    ...(name === null ? [known.by, known.as] : ['name', name]),
  ]);
  return shortDigest(parts.map((part) => JSON.stringify(part)).sort());
}

/** Tells one set of credentials and addresses from another, as the stores of the first version were named; shows nothing of them. */
export function fingerprintOf(providers: ProviderConfigs): string {
  const parts = providerKeys.flatMap((key) => [
    providers[key].baseUrl.href,
    ...Object.values(providers[key].credentials).map((secret) => secret.reveal()),
  ]);
  return shortDigest(parts);
}

function shortDigest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
