import type { Logger } from 'pino';
import type { GatewayConfig } from '../config/load-config.js';
import type { ProviderConfig } from '../datasources/_shared/define-provider.js';
import type { ProbeFindings } from '../datasources/_shared/probe.js';
import { definitions, type ProviderKey, type Providers } from '../datasources/providers.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { endOfWork } from '../http/end-of-work.js';
import type { AnswerHead } from '../http/upstream-request.js';
import { type Check, checkOf } from './check.js';
import { adviseOn } from './provider-advice.js';

export interface ProviderQuestion {
  readonly providers: Providers;
  readonly config: Pick<GatewayConfig, 'providers' | 'mode'>;
  /** How long the answer may take, in milliseconds. */
  readonly longestMs: number;
  readonly log: Logger;
  /** Told of each answer, for the clock. */
  readonly onHead: (key: ProviderKey, head: AnswerHead) => void;
}

/** Whether one provider answers and accepts the credentials. A provider that is not set up is not asked. */
export async function checkProvider(key: ProviderKey, question: ProviderQuestion): Promise<Check> {
  const { name, title } = definitions[key];
  const id = `provider.${name}`;
  const { providers, mode } = question.config;
  if (!providers[key].isConfigured) return { id, title, state: 'OFF', found: 'Not set up.', todo: [] };
  const startedAt = Date.now();
  let status: number | null = null;
  const outcome = await ask(key, question, (head) => {
    status = head.status;
    question.onHead(key, head);
  });
  const facts = { milliseconds: Date.now() - startedAt };
  const place =
    mode === 'LIVE' && isElsewhere(key, providers) ? `Asked at ${name}_BASE_URL, not at the usual address.` : '';
  if (outcome instanceof UpstreamError) {
    const variables = Object.keys(definitions[key].credentials).map((variable) => `${name}_${variable}`);
    const { found, todo } = adviseOn(outcome, { title, variables, prefix: name, status });
    return checkOf({ id, title, found: join(found, place), todo: [todo], facts: { ...facts, code: outcome.code } });
  }
  const { says, todo, notes, abilities } = outcome;
  const found = join(says, ...notes, wordsOf(abilities), place);
  const check = checkOf({ id, title, found, todo, facts: { ...facts, ...abilities } });
  return check.state === 'OK' && notes.length > 0 ? { ...check, state: 'NOTE' } : check;
}

/** Good answers of another address, set for a trial, say nothing of the real account. */
function isElsewhere(key: ProviderKey, configs: GatewayConfig['providers']): boolean {
  const { credentials, defaults } = definitions[key];
  const usual = Object.keys(credentials).reduce((url, name) => {
    const { credentials: values }: ProviderConfig = configs[key];
    return url.replace(`{${name.toLowerCase()}}`, values[name]?.reveal() ?? '');
  }, defaults.baseUrl);
  return configs[key].baseUrl.href !== new URL(usual).href;
}

async function ask(
  key: ProviderKey,
  { providers, longestMs, log }: ProviderQuestion,
  onHead: (head: AnswerHead) => void,
): Promise<ProbeFindings | UpstreamError> {
  const work = endOfWork();
  const timer = setTimeout(() => work.abort(), longestMs);
  try {
    return await providers.probe(key, {
      requestId: 'doctor',
      signal: work.signal,
      deadlineAt: Date.now() + longestMs,
      log,
      onHead,
    });
  } catch (error) {
    if (error instanceof UpstreamError) return error;
    // Nothing else is foreseen; its message may hold anything.
    return new UpstreamError('PROVIDER_CONTRACT', definitions[key].name);
  } finally {
    clearTimeout(timer);
    work.abort();
  }
}

/** `Offered here: a. Not offered: b.`; what could not be told is left out. */
function wordsOf(abilities: ProbeFindings['abilities']): string {
  const namesOf = (isThere: boolean) =>
    Object.entries(abilities)
      .filter(([, value]) => value === isThere)
      .map(([ability]) => ability.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
      .join(', ');
  const there = namesOf(true);
  const missing = namesOf(false);
  return join(there && `Offers: ${there}.`, missing && `Does not offer: ${missing}.`);
}

function join(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
