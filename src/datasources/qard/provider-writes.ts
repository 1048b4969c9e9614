import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import { sendWrite } from '../_shared/write-call.js';
import type { QardParts } from './auth.js';
import { jsonHeaders, readDone, refusalOf } from './write-answer.js';

export interface CommerceCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * The account's set-up for one commerce platform, written piece by piece (seed document); every piece is absolute. Each throws
 * UpstreamError PROVIDER_REJECTED for a refusal, PROVIDER_OUTCOME_UNKNOWN when it may have happened.
 */
export interface ProviderWrites {
  /** The app's credentials at the platform. Written only: no answer shows them. */
  readonly setCredentials: (platform: string, credentials: CommerceCredentials) => Promise<void>;
  readonly setAutoConnect: (platform: string, isOn: boolean) => Promise<void>;
  readonly setEnabled: (platform: string, isOn: boolean) => Promise<void>;
}

/** The writes of the provider's set-up, each one PUT. */
export function createProviderWrites(parts: QardParts): ProviderWrites {
  const put = (
    operation: string,
    { path, body, isSecret = false }: { path: readonly string[]; body: object; isSecret?: boolean },
  ): Promise<void> =>
    sendWrite(
      parts,
      {
        operation,
        method: 'PUT',
        path: ['api', 'v6', 'providers', ...path],
        headers: jsonHeaders(parts),
        body: JSON.stringify(body),
      },
      (answer) => {
        // What is said of credentials may quote them.
        const words = isSecret ? null : refusalOf(answer);
        if (answer.status >= 400) throw new UpstreamRejection('QARD', words, `status ${answer.status}`);
        readDone(answer);
      },
    );
  return {
    setCredentials: (platform, { clientId, clientSecret }) =>
      put('setCredentials', {
        path: [platform, 'credentials'],
        body: { credentials: { client_id: clientId, client_secret: clientSecret } },
        isSecret: true,
      }),
    setAutoConnect: (platform, isOn) =>
      put('setAutoConnect', { path: [platform, 'settings'], body: { auto_connect: isOn } }),
    // Written as `enable`, read as `enabled`.
    setEnabled: (platform, isOn) => put('setEnabled', { path: [platform], body: { enable: isOn } }),
  };
}
