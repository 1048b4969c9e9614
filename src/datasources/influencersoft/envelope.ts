import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../config/secret.js';
import type { Reading } from '../../domain/reading.js';
import type { ProviderErrorCode } from '../../errors/codes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';
import { parseTolerantly } from '../_shared/tolerant-wire.js';
import { answerWireSchema } from './wire.js';

interface AnswerOptions {
  /** The account's secret; null when it is not set, then the hash is not checked. */
  readonly secret: Secret | null;
  /** Counts a value that could not be read. */
  readonly warn: Reading['warn'];
  /** Called when the hash does not fit. */
  readonly onHashMismatch: () => void;
}

/** A successful answer. */
export interface InfluencerSoftAnswer {
  readonly errorCode: 0;
  /** Empty where upstream writes `[]`, null or nothing. */
  readonly result: Readonly<Record<string, unknown>>;
}

/** A refusal with the provider's number for it. */
export class InfluencerSoftRefusal extends UpstreamError {
  constructor(
    readonly errorCode: number,
    detail: string,
  ) {
    super('PROVIDER_REJECTED', 'INFLUENCERSOFT', { detail });
  }
}

// Codes of the vendor's help pages and of public clients; the seed document shows 0 alone.
const authCodes: ReadonlySet<number> = new Set([1, 4, 5, 6, 7]);
const rateCodes: ReadonlySet<number> = new Set([8]);
const details: ReadonlyMap<number, string> = new Map([[601, 'order exists']]);

/**
 * Reads an answer; HTTP 200 proves nothing here, only `error_code` 0 is success.
 *
 * @remarks The hash is md5 of code, text and secret joined by `::` (public). A mismatch is told and does not fail the call, since the
 * seed document does not explain it.
 * @throws UpstreamError PROVIDER_AUTH, PROVIDER_RATE_LIMITED or PROVIDER_REJECTED by code, PROVIDER_CONTRACT without a code.
 */
export function readAnswer(
  answer: UpstreamAnswer,
  { secret, warn, onHashMismatch }: AnswerOptions,
): InfluencerSoftAnswer {
  const body = readJson(answer, 'INFLUENCERSOFT');
  const wire = parseTolerantly(answerWireSchema, body, { provider: 'INFLUENCERSOFT', warn });
  const errorCode = wire.error_code;
  if (errorCode === null) throw new UpstreamError('PROVIDER_CONTRACT', 'INFLUENCERSOFT', { detail: 'no error_code' });
  if (secret !== null && !hasHash(wire.hash ?? '', [errorCode, wire.error_text ?? '', secret.reveal()]))
    onHashMismatch();
  if (errorCode !== 0) {
    const detail = details.get(errorCode) ?? `error_code ${errorCode}`;
    const code = codeOf(errorCode);
    if (code === 'PROVIDER_REJECTED') throw new InfluencerSoftRefusal(errorCode, detail);
    throw new UpstreamError(code, 'INFLUENCERSOFT', { detail });
  }
  const { result } = wire;
  return { errorCode, result: result === null || result === undefined || Array.isArray(result) ? {} : result };
}

function codeOf(errorCode: number): ProviderErrorCode {
  if (authCodes.has(errorCode)) return 'PROVIDER_AUTH';
  // Every other code says that the same request will be refused again.
  return rateCodes.has(errorCode) ? 'PROVIDER_RATE_LIMITED' : 'PROVIDER_REJECTED';
}

function hasHash(hash: string, parts: readonly (string | number)[]): boolean {
  const expected = createHash('md5').update(parts.join('::'), 'utf8').digest();
  const given = Buffer.from(/^[0-9a-f]{32}$/i.test(hash) ? hash : '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
