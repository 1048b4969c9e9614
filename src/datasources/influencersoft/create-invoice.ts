import { UpstreamError } from '../../errors/upstream-error.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../http/upstream-request.js';
import { sendWrite } from '../_shared/write-call.js';
import type { InfluencerSoftParts } from './auth.js';
import { InfluencerSoftRefusal, readAnswer } from './envelope.js';
import { invoiceForm, type NewInvoice } from './invoice-form.js';

/** Why an invoice was not issued. */
export interface InvoiceRefusal {
  readonly reason: 'TAKEN' | 'EMAIL' | 'NO_PRODUCTS' | 'UNKNOWN_PRODUCT' | 'DELIVERY' | 'OTHER';
  /** The provider's number for it; null when it answered without one. */
  readonly errorCode: number | null;
}

// Of the vendor's help pages and of public clients.
const reasons: ReadonlyMap<number, InvoiceRefusal['reason']> = new Map([
  [600, 'EMAIL'],
  [601, 'TAKEN'],
  [603, 'NO_PRODUCTS'],
  [604, 'UNKNOWN_PRODUCT'],
  [605, 'DELIVERY'],
]);

/**
 * POST createorder as a form (seed document). The answer names no id.
 *
 * @returns null when the invoice was issued, else why it was not
 * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when it may have been issued; every other code means that it was not.
 */
export async function createInvoice(parts: InfluencerSoftParts, invoice: NewInvoice): Promise<InvoiceRefusal | null> {
  const request = {
    operation: 'createorder',
    method: 'POST',
    path: ['createorder'],
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: invoiceForm(parts, invoice),
  } satisfies Omit<UpstreamRequest, 'repeatable'>;
  const first = await sendWrite(parts, { ...request, acceptsRedirect: true }, (answer) =>
    answer.status >= 300 && answer.status < 400 ? { redirect: answer } : { refusal: read(answer, parts) },
  );
  if (first.redirect === undefined) return first.refusal;
  // Once: a second redirect breaks the contract.
  return sendWrite(parts, { ...request, target: targetOf(first.redirect, parts) }, (answer) => read(answer, parts));
}

/**
 * Where a 307 or 308 leads on the same origin, to be sent the same form. The seed document's sample follows redirects.
 *
 * @throws UpstreamError PROVIDER_CONTRACT for another place: the form has the key in it. Such an answer has done nothing.
 */
function targetOf({ location, status }: UpstreamAnswer, { config }: InfluencerSoftParts): string {
  const from = `${config.baseUrl.href.replace(/\/+$/, '')}/createorder`;
  const to = location && URL.canParse(location, from) ? new URL(location, from) : null;
  if (to !== null && to.origin === config.baseUrl.origin) return `${to.pathname}${to.search}`;
  throw new UpstreamError('PROVIDER_CONTRACT', 'INFLUENCERSOFT', { detail: `status ${status} to another place` });
}

function read(answer: UpstreamAnswer, { config, reading, scope }: InfluencerSoftParts): InvoiceRefusal | null {
  const onHashMismatch = () =>
    scope.log.warn({ provider: 'INFLUENCERSOFT', operation: 'createorder', field: 'hash' }, 'hash does not fit');
  try {
    readAnswer(answer, { secret: config.secrets.SECRET ?? null, warn: reading.warn, onHashMismatch });
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_REJECTED') throw error;
    const errorCode = error instanceof InfluencerSoftRefusal ? error.errorCode : null;
    return { reason: reasons.get(errorCode ?? 0) ?? 'OTHER', errorCode };
  }
  if (answer.status < 400) return null;
  throw new UpstreamError('PROVIDER_CONTRACT', 'INFLUENCERSOFT', { detail: `success with status ${answer.status}` });
}
