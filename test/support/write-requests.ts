import { UpstreamError } from '../../src/errors/upstream-error.js';
import type { WriteRequest } from '../../src/writes/writes.js';

/** What writing a thing gives. */
export interface Outcome {
  readonly id: string;
}

/** A write of a thing as the tests ask for it. */
export function request(
  send: WriteRequest<Outcome>['send'],
  more: Partial<WriteRequest<Outcome>> = {},
): WriteRequest<Outcome> {
  return {
    mutation: 'createThing',
    provider: 'QPILOT',
    idempotencyKey: 'key-1',
    input: { name: 'one' },
    reference: 'thing one',
    send,
    readBack: null,
    ...more,
  };
}

/** A sending whose answer is lost. */
export const unknown = () => Promise.reject(new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT'));

/** A sending that must not happen. */
export const refuse = (): Promise<never> => Promise.reject(new Error('must not be sent'));

export const outcomeUnknown = { code: 'PROVIDER_OUTCOME_UNKNOWN', reference: 'thing one' };
