import { Secret } from '../../config/secret.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../http/upstream-request.js';
import { withoutSecrets } from '../../http/without-secrets.js';
import { sendWrite } from '../_shared/write-call.js';
import { type AuthorizedSend, type QPilotParts, sitePathOf } from './auth.js';
import { refusalWords } from './refusal.js';

/** What writes of one operation are sent with. */
export interface QPilotAccess {
  readonly parts: QPilotParts;
  readonly send: AuthorizedSend;
}

interface SiteWrite {
  readonly operation: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  /** Path segments below the site. */
  readonly path: readonly string[];
  /** Sent as JSON; without it no body is sent. */
  readonly body?: object;
  /** What it sends that no answer may show again, such as the tokens of a card. @default nothing */
  readonly confidential?: readonly string[];
  /** Whether status 404 is read too: it may say that there is no such record. @default it is a refusal */
  readonly readsAbsence?: boolean;
}

/**
 * Sends a write below the site once. Any 2xx is a success (public: 200, 201 and 202 occur).
 *
 * @param read gives what a success says
 * @throws UpstreamRejection for another 4xx than 401, 403 and 429, PROVIDER_OUTCOME_UNKNOWN when it may have happened; every other
 * code means that it has not.
 */
export function sendSiteWrite<Answer>(
  { parts, send }: QPilotAccess,
  { operation, method, path, body, confidential = [], readsAbsence = false }: SiteWrite,
  read: (answer: UpstreamAnswer) => Answer,
): Promise<Answer> {
  const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const request: Omit<UpstreamRequest, 'repeatable'> = {
    operation,
    method,
    path: sitePathOf(parts, ...path),
    ...content,
  };
  return sendWrite({ client: { send }, scope: parts.scope }, request, (answer) => {
    const { status } = answer;
    if (status < 400 || (readsAbsence && status === 404)) return read(answer);
    throw new UpstreamRejection('QPILOT', shownWords(answer, parts, confidential), `status ${status}`);
  });
}

/**
 * The provider's words on a refusal. They may quote what was sent, and the merchant's e-mail address, which is no secret elsewhere: a
 * customer may have it. Masked once they are decoded, since JSON may spell a value otherwise.
 */
function shownWords(answer: UpstreamAnswer, { config }: QPilotParts, confidential: readonly string[]): string | null {
  const words = refusalWords(answer);
  const hidden = [...confidential.map((value) => new Secret(value)), config.credentials.EMAIL];
  return words === null ? null : withoutSecrets(words, hidden);
}
