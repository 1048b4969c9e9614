import type { CommerceKind, CommerceLink, CommerceSync } from '../../domain/commerce.js';
import type { Reading } from '../../domain/reading.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { parseTolerantly } from '../_shared/tolerant-wire.js';
import { sendWrite } from '../_shared/write-call.js';
import type { QardParts } from './auth.js';
import { textOf } from './candidates.js';
import { normalizeLink, normalizeSync } from './normalize.js';
import { linkWireSchema, syncWireSchema, type WireRecord } from './wire.js';
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

/**
 * Started, with those of the synchronizations whose kind the answer states; refused while one is running (public: status 409); or
 * accepted in an answer that shows no synchronization.
 */
export type SyncOutcome = readonly CommerceSync[] | 'RUNNING' | 'UNSTATED';

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
        const started = readRows(answer).filter((row) => isStartOf(row, kinds));
        return started.length === 0 ? 'UNSTATED' : statedSyncs(started, parts.reading);
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

/** A row that does not say of which kind it is has started something, but nobody can tell what. */
function statedSyncs(rows: readonly WireRecord[], reading: Reading): readonly CommerceSync[] {
  return rows
    .map((row) => parseTolerantly(syncWireSchema, row, { provider: 'QARD', warn: reading.warn }))
    .filter((wire) => wire.data_type !== null)
    .map((wire) => normalizeSync(wire, reading));
}

function readConnection(answer: UpstreamAnswer): ConnectOutcome {
  if (answer.status === 409) return { isOld: true, link: null };
  const wire = linkWireSchema.safeParse(readDone(answer));
  // Without an id it is some other statement, and the list has to tell.
  return { isOld: false, link: wire.success && textOf(wire.data, ['id']) !== null ? normalizeLink(wire.data) : null };
}
