import type { GatewayConfig } from '../config/load-config.js';
import type { VariableSpec } from '../datasources/_shared/define-provider.js';
import { definitions, providerKeys } from '../datasources/providers.js';
import type { Check, Fact } from './check.js';

/** What an examination came to. */
export interface Report {
  readonly checkedAt: string;
  /** 0 when nothing has to be done, 1 when something has. */
  readonly exitCode: 0 | 1;
  readonly checks: readonly Check[];
}

/** Puts the checks together. */
export function reportOf(checks: readonly Check[], now: Date): Report {
  return { checkedAt: now.toISOString(), exitCode: checks.some(({ state }) => state === 'TO_DO') ? 1 : 0, checks };
}

/** A report for programs: one JSON object, ended by a line feed. */
export function toJson(report: Report): string {
  return `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`;
}

/** Shorter ones occur in any text by chance. */
const shortestSecret = 6;

/** The values of the settings that are secrets, longest first. */
export function secretsOf({ providers, redisUrl, idSecret, webhookSecret }: GatewayConfig): readonly string[] {
  const own = providerKeys.flatMap((key) => {
    const specs: Readonly<Record<string, VariableSpec>> = definitions[key].credentials;
    const { credentials, secrets } = providers[key];
    const secret = Object.entries(credentials).filter(([name]) => specs[name]?.isSecret === true);
    return [...secret.map(([, value]) => value), ...Object.values(secrets)];
  });
  return [...own, redisUrl, idSecret, webhookSecret]
    .flatMap((secret) => secret?.reveal() ?? [])
    .filter((value) => value.length >= shortestSecret)
    .toSorted((one, other) => other.length - one.length);
}

/** Checks without any of the secrets. No word of a check comes from a provider; this holds should that ever change. */
export function withoutSecrets(checks: readonly Check[], secrets: readonly string[]): readonly Check[] {
  const clean = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
  const cleanFact = (fact: Fact) => (fact !== null && clean(String(fact)) !== String(fact) ? '…' : fact);
  return checks.map((check) => ({
    ...check,
    found: clean(check.found),
    todo: check.todo.map(clean),
    facts: Object.fromEntries(Object.entries(check.facts ?? {}).map(([name, fact]) => [name, cleanFact(fact)])),
  }));
}
