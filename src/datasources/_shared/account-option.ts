import type { VariableSpec } from './define-provider.js';

/** `{PROVIDER}_ACCOUNT` of a provider whose credentials name no account: with it a changed key is known to be of the same one. */
export const accountOption: VariableSpec = {
  meaning:
    'Name of your own for the account, given before its key is changed: what was written under the old key is then known under the new one. Never one name for two accounts',
  form: {
    pattern: /^[A-Za-z0-9][\w.-]{0,63}$/,
    words: 'letters, digits, hyphens, dots and underscores, 64 at the most',
  },
};
