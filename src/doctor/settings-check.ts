import type { ConfigError, GatewayConfig } from '../config/load-config.js';
import { definitions, providerKeys } from '../datasources/providers.js';
import { type Check, checkOf } from './check.js';

const common = { id: 'settings', title: 'Settings' };

/** Settings with which the gateway does not start, in the words it would say. */
export function refusedSettings(error: ConfigError): Check {
  const { problems } = error;
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return checkOf({ ...common, found: `The environment has ${count}; the gateway does not start.`, todo: problems });
}

/** Settings with which the gateway starts, and what they leave undone. */
export function checkSettings({ mode, providers, redisUrl, idSecret, access }: GatewayConfig): Check {
  const set = providerKeys.filter((key) => providers[key].isConfigured).map((key) => definitions[key].title);
  if (mode === 'SANDBOX')
    return {
      ...common,
      state: 'NOTE',
      found:
        'No provider has credentials: the built-in imitations were asked, and no account of yours. .env.example says how to load your settings.',
      todo: [],
    };
  const todo =
    redisUrl !== null && idSecret === null
      ? ['Set ID_SECRET to one value on all machines: without it the customer ids of one are unknown to the others.']
      : [];
  const who = access === null ? ' Everybody on this machine may do everything.' : '';
  return checkOf({ ...common, found: `Set up: ${set.join(', ')}.${who}`, todo, facts: { mode } });
}
