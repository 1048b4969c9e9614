import type { CommerceProviderState } from '../../domain/commerce.js';
import type { ConfigureCommerceProviderInput, MutationResolvers } from '../../generated/resolvers-types.js';
import { checkText } from '../../writes/check-values.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { type ConfigureStep, findDenied, runSteps } from '../../writes/qard/configure-steps.js';
import { readPlatform } from '../../writes/qard/data-types.js';

interface Outcome {
  readonly provider: CommerceProviderState | null;
  readonly userErrors: UserError[];
}

export const configureCommerceProvider: MutationResolvers['configureCommerceProvider'] = async (
  _,
  { input },
  { datasources, write },
) => {
  const check = new InputCheck();
  const platform = readPlatform(input.provider, check);
  const { credentials, autoConnect, enabled } = readInput(input, check);
  if (platform === null || !check.isGood) return { provider: null, userErrors: check.errors };
  const { qard } = datasources;
  const { setCredentials, setAutoConnect, setEnabled } = qard.writes;
  const steps: ConfigureStep[] = [
    ...(credentials ? [{ field: 'credentials', send: () => setCredentials(platform, credentials) } as const] : []),
    ...(autoConnect === null
      ? []
      : [{ field: 'autoConnect', send: () => setAutoConnect(platform, autoConnect) } as const]),
    ...(enabled === null ? [] : [{ field: 'enabled', send: () => setEnabled(platform, enabled) } as const]),
  ];
  const done = new Set<string>();
  const readState = () => {
    qard.forget();
    return qard.providerState.load('SHOPIFY');
  };
  return write<Outcome>({
    mutation: 'configureCommerceProvider',
    provider: 'QARD',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { platform, credentials, autoConnect, enabled },
    // Asked for when the outcome turns out unknown: by then it says what is known.
    get reference() {
      return done.size === 0 ? `provider ${platform}` : `provider ${platform} (done: ${[...done].join(', ')})`;
    },
    send: async () => {
      const userErrors = await runSteps(steps, done);
      // What was done is done: a look that fails must not say otherwise.
      const provider = await readState().catch(() => null);
      return { provider, userErrors: [...userErrors, ...findDenied(provider, { autoConnect, enabled }, done)] };
    },
    readBack: async () => {
      // Credentials are never shown: only an attempt that saw them taken can know.
      if (credentials !== null && !done.has('credentials')) return null;
      const provider = await readState();
      const isSet =
        (autoConnect === null || provider?.autoConnect === autoConnect) &&
        (enabled === null || provider?.isEnabled === enabled);
      return isSet ? { provider, userErrors: [] } : null;
    },
  });
};

function readInput({ credentials, autoConnect, enabled }: ConfigureCommerceProviderInput, check: InputCheck) {
  const read = (name: 'clientId' | 'clientSecret') =>
    checkText(credentials?.[name] ?? '', ['credentials', name], check, { maxLength: 1000 }) ?? '';
  const given = {
    credentials: credentials ? { clientId: read('clientId'), clientSecret: read('clientSecret') } : null,
    autoConnect: autoConnect ?? null,
    enabled: enabled ?? null,
  };
  if (Object.values(given).every((value) => value === null)) check.add([], 'REQUIRED', 'Names nothing to change.');
  return given;
}
