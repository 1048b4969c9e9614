import type { Respond } from '../kernel/provider-server.js';
import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import type { Webhooks } from '../kernel/webhooks.js';
import { answerQPilotControl } from './control.js';
import { answerCustomers } from './customer-routes.js';
import { answerPaymentMethods } from './payment-method-routes.js';
import { answerProducts } from './product-routes.js';
import { notFound, ok, refused } from './replies.js';
import { answerScheduledOrders } from './scheduled-order-routes.js';
import type { QPilotState } from './state.js';
import type { Access, Tokens } from './tokens.js';
import { type Announce, createAnnounce } from './webhooks.js';

/** One request below `/Sites/{siteId}/{resource}`, already let in. */
export interface SiteCall {
  request: SandboxRequest;
  /** Method and the number of parts after the resource, such as `GET 1`. */
  shape: string;
  /** The parts of the path after the resource. */
  rest: string[];
  access: Access;
  state: QPilotState;
  now: Date;
  /** Tells the merchant of a scheduled order that was made or changed. */
  announce: Announce;
}

/** Answers one resource; null when it has no such path. */
export type AnswerCall = (call: SiteCall) => SandboxReply | null;

const RESOURCES: Record<string, AnswerCall> = {
  Customers: answerCustomers,
  PaymentMethods: answerPaymentMethods,
  Products: answerProducts,
  ScheduledOrders: answerScheduledOrders,
};

/** The whole QPilot API of one site (getting-started guide; reads as the provider's public plug-ins use them). */
export function createRespond(
  state: QPilotState,
  { tokens, webhooks, now }: { tokens: Tokens; webhooks: Webhooks; now: () => Date },
): Respond {
  const announce = createAnnounce(state, webhooks);
  return (request) => {
    const [root, site, resource = '', ...rest] = request.segments;
    const target = `${request.method} ${request.segments.join('/')}`;
    if (target === 'GET __applied') return ok(state.applied);
    const control = answerQPilotControl(request, state, { now: now(), announce });
    if (control !== null) return control;
    if (target === 'POST AccessTokens/Login') return tokens.loginMerchant(request);
    if (root !== 'Sites' || site === undefined) throw notFound('Resource');
    if (site !== String(state.siteId)) throw refused(403);
    if (target === `POST Sites/${site}/AccessTokens/CustomerLogin`) return tokens.loginCustomer(request, state);
    const access = tokens.accessOf(request);
    const shape = `${request.method} ${rest.length}`;
    const call: SiteCall = { request, shape, rest, access, state, now: now(), announce };
    const reply = Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource]?.(call) : null;
    if (reply === null || reply === undefined) throw notFound('Resource');
    return reply;
  };
}
