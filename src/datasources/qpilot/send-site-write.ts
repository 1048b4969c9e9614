import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../http/upstream-request.js';
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
}

/**
 * Sends a write below the site once. Any 2xx is a success (public: 200, 201 and 202 occur).
 *
 * @throws UpstreamRejection for another 4xx than 401, 403 and 429, PROVIDER_OUTCOME_UNKNOWN when it may have happened; every other
 * code means that it has not.
 */
export function sendSiteWrite<Answer>(
  { parts, send }: QPilotAccess,
  { operation, method, path, body }: SiteWrite,
  read: (answer: UpstreamAnswer) => Answer,
): Promise<Answer> {
  const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const request: Omit<UpstreamRequest, 'repeatable'> = {
    operation,
    method,
    path: sitePathOf(parts, ...path),
    ...content,
  };
  return sendWrite({ client: { send }, scope: parts.scope }, request, read);
}

/** Passes a success on. @throws UpstreamRejection with the provider's words. */
export function assertDone(answer: UpstreamAnswer): void {
  if (answer.status >= 400) throw new UpstreamRejection('QPILOT', refusalWords(answer), `status ${answer.status}`);
}
