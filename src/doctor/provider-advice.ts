import type { ProviderErrorCode } from '../errors/codes.js';
import type { UpstreamError } from '../errors/upstream-error.js';

interface Failure {
  readonly title: string;
  /** The variables of its credentials. */
  readonly variables: readonly string[];
  /** Of the variables that can be set for every provider: `QAPLA`. */
  readonly prefix: string;
  /** Of the last answer; null when there was none. */
  readonly status: number | null;
}

interface Advice {
  readonly found: string;
  readonly todo: string;
}

/** Codes of Node's network and of TLS, with the words for them. */
const networkWords: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, 'Its name is not found.'],
  [/^ECONNREFUSED$/, 'Nobody listens at its address.'],
  [/^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|EHOSTUNREACH|ENETUNREACH)$/, 'It cannot be reached from this machine.'],
  [/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL/, 'Its certificate is not accepted.'],
];

/**
 * What a failed question means and what to do about it. Made of the error's code and the status alone: never of words that the provider sent.
 */
export function adviseOn(error: UpstreamError, { title, variables, prefix, status }: Failure): Advice {
  const credentials = variables.join(', ');
  const answered = status === null || status < 400 ? '' : ` It answered with status ${status}.`;
  const base = `${prefix}_BASE_URL`;
  const advice: Record<ProviderErrorCode, Advice> = {
    PROVIDER_NOT_CONFIGURED: { found: 'Not set up.', todo: `Set ${credentials}.` },
    PROVIDER_AUTH: {
      found: `${title} refused the credentials.${answered}`,
      todo: `Check ${credentials}: a typing error, a key that was replaced or withdrawn, or the key of another account.`,
    },
    PROVIDER_REJECTED: {
      found: `${title} refused the question.${answered}`,
      todo: `Check ${credentials}${status === 404 ? ` and ${base}` : ''}; ask ${title} whether the account may use the API.`,
    },
    PROVIDER_RATE_LIMITED: {
      found: `${title} has no calls left for now.`,
      todo: 'Wait a few minutes and ask again; something else may use the same key.',
    },
    PROVIDER_TIMEOUT: {
      found: `${title} did not answer in time.`,
      todo: `Ask again; if it stays so, look at ${title}'s status page and at the network, then at ${prefix}_TIMEOUT_MS.`,
    },
    PROVIDER_UNAVAILABLE: {
      found: `${title} cannot be reached or is failing.${wordsOf(error)}${answered}`,
      todo:
        status === null
          ? `Check the network, name service and firewall of this machine, and ${base} if it is set.`
          : `Wait and ask again; if it stays so, ask ${title}.`,
    },
    PROVIDER_CONTRACT: {
      found: `${title} answered, but not as its API does.${answered}`,
      todo: `Check ${base} if it is set, and whether a proxy answers in its place. Else the API has changed: tell the maintainers.`,
    },
    PROVIDER_OUTCOME_UNKNOWN: { found: `${title} gave no clear answer.${answered}`, todo: 'Ask again.' },
    DEADLINE_EXCEEDED: { found: `There was no time left to ask ${title}.`, todo: 'Ask again.' },
  };
  return advice[error.code];
}

function wordsOf({ detail }: UpstreamError): string {
  const words = networkWords.find(([pattern]) => pattern.test(detail ?? ''))?.[1];
  return words === undefined ? '' : ` ${words}`;
}
