import type { CommerceKind, CommerceLink } from '../../domain/commerce.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { sendWrite } from '../_shared/write-call.js';
import type { QardParts } from './auth.js';
import { normalizeLink } from './normalize.js';
import { linkWireSchema } from './wire.js';
import { jsonHeaders, readDone, refusalOf } from './write-answer.js';

/** What became of a connection that was asked for. */
export interface ConnectOutcome {
  /** Whether there was one already (public: status 409). */
  readonly isOld: boolean;
  /** As the answer states it; null where it does not. */
  readonly link: CommerceLink | null;
}

/** What is asked for on behalf of the merchant; both throw as sendWrite does. */
export interface UserWrites {
  /** Asks for a connection to a platform, through which the merchant then consents. */
  readonly connect: (platform: string, kinds: readonly CommerceKind[]) => Promise<ConnectOutcome>;
  /** Starts a synchronization; false while one is running (public: status 409). */
  readonly synchronize: (kinds: readonly CommerceKind[]) => Promise<boolean>;
}

/** The writes below the merchant's user, each one POST. */
export function createUserWrites(parts: QardParts): UserWrites {
  const post = <Outcome>(
    { operation, path, body }: { operation: string; path: string; body: object },
    read: (answer: UpstreamAnswer) => Outcome,
  ): Promise<Outcome> =>
    sendWrite(
      parts,
      {
        operation,
        method: 'POST',
        path: ['api', 'v6', 'users', parts.config.credentials.USER_ID.reveal(), path],
        headers: jsonHeaders(parts),
        body: JSON.stringify(body),
      },
      (answer) => {
        if (answer.status < 400 || answer.status === 409) return read(answer);
        throw new UpstreamRejection('QARD', refusalOf(answer), `status ${answer.status}`);
      },
    );
  return {
    connect: (platform, kinds) =>
      post(
        {
          operation: 'connect',
          path: 'data-connections',
          body: { requested_data_types: kinds.map(toWord), provider_name: platform },
        },
        readConnection,
      ),
    // The list has another name here (seed document).
    synchronize: (kinds) =>
      post({ operation: 'synchronize', path: 'sync', body: { data_types: kinds.map(toWord) } }, (answer) => {
        if (answer.status === 409) return false;
        readDone(answer);
        return true;
      }),
  };
}

function toWord(kind: CommerceKind): string {
  return `COMMERCE_${kind}`;
}

function readConnection(answer: UpstreamAnswer): ConnectOutcome {
  if (answer.status === 409) return { isOld: true, link: null };
  const wire = linkWireSchema.safeParse(readDone(answer));
  // Without an id it is some other statement, and the list has to tell.
  return { isOld: false, link: wire.success && 'id' in wire.data ? normalizeLink(wire.data) : null };
}
