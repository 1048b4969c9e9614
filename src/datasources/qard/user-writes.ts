import type { CommerceKind, CommerceLink } from '../../domain/commerce.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { sendWrite } from '../_shared/write-call.js';
import type { QardParts } from './auth.js';
import { textOf } from './candidates.js';
import { normalizeLink } from './normalize.js';
import { linkWireSchema, type WireRecord } from './wire.js';
import { jsonHeaders, readDone, readRows, refusalOf } from './write-answer.js';

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
  /** Starts a synchronization. */
  readonly synchronize: (kinds: readonly CommerceKind[]) => Promise<SyncOutcome>;
}

/** Started, refused while one is running (public: status 409), or accepted in an answer that shows no synchronization. */
export type SyncOutcome = 'STARTED' | 'RUNNING' | 'UNSTATED';

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
        if (answer.status === 409) return 'RUNNING';
        return readRows(answer).some((row) => isStartOf(row, kinds)) ? 'STARTED' : 'UNSTATED';
      }),
  };
}

function toWord(kind: CommerceKind): string {
  return `COMMERCE_${kind}`;
}

/** Whether a row of an answer is a synchronization of what was asked for; its form is assumed to be that of the latest ones. */
function isStartOf(row: WireRecord, kinds: readonly CommerceKind[]): boolean {
  const type = textOf(row, ['data_type']);
  return type === null ? textOf(row, ['id']) !== null : kinds.map(toWord).includes(type.toUpperCase());
}

function readConnection(answer: UpstreamAnswer): ConnectOutcome {
  if (answer.status === 409) return { isOld: true, link: null };
  const wire = linkWireSchema.safeParse(readDone(answer));
  // Without an id it is some other statement, and the list has to tell.
  return { isOld: false, link: wire.success && textOf(wire.data, ['id']) !== null ? normalizeLink(wire.data) : null };
}
