/** The codes of trouble with a provider, each with the sentence a caller reads. */
export const providerErrors = {
  PROVIDER_NOT_CONFIGURED: 'is not configured on this gateway.',
  PROVIDER_AUTH: 'refused the credentials of this gateway.',
  PROVIDER_REJECTED: 'rejected the request.',
  PROVIDER_RATE_LIMITED: 'has no calls left for now.',
  PROVIDER_TIMEOUT: 'did not answer in time.',
  PROVIDER_UNAVAILABLE: 'cannot be reached or is failing.',
  PROVIDER_CONTRACT: 'gave an answer that breaks its contract.',
  PROVIDER_OUTCOME_UNKNOWN: 'may or may not have done this.',
  DEADLINE_EXCEEDED: 'was not asked: the time for this operation was used up.',
} as const;

export type ProviderErrorCode = keyof typeof providerErrors;

/** The codes of trouble the caller can act on. */
export const requestErrors = {
  BAD_USER_INPUT: 'An argument has a value that cannot be used; the message says which and why.',
  AMBIGUOUS: 'The look-up matches several records; none is picked.',
  LOOKUP_INCOMPLETE: 'A bounded search ended before the look-up could be settled.',
  NOT_FOUND: 'What has to be there is not there.',
  UNAUTHENTICATED: 'The caller has not shown who they are, or the credentials do not hold.',
  FORBIDDEN: 'The caller is known, and may not do this.',
  EVENTS_LOST: 'Changes came faster than they were taken, and some are lost.',
  IDEMPOTENCY_CONFLICT: 'The idempotency key was used before with another input.',
  LEDGER_UNAVAILABLE: 'The memory of writes cannot be read, so no write with an idempotency key is sent.',
} as const;

export type RequestErrorCode = keyof typeof requestErrors;
