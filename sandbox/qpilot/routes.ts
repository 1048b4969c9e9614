import type { Respond } from '../kernel/provider-server.js';
import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import { answerCustomers } from './customer-routes.js';
import { answerPaymentMethods } from './payment-method-routes.js';
import { answerProducts } from './product-routes.js';
import { notFound, ok, refused } from './replies.js';
import { answerScheduledOrders } from './scheduled-order-routes.js';
import type { QPilotState } from './state.js';
import type { Access, Tokens } from './tokens.js';

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
export function createRespond(state: QPilotState, tokens: Tokens, now: () => Date): Respond {
  return (request) => {
    const [root, site, resource = '', ...rest] = request.segments;
    const target = `${request.method} ${request.segments.join('/')}`;
    if (target === 'GET __applied') return ok(state.applied);
    if (target === 'POST AccessTokens/Login') return tokens.loginMerchant(request);
    if (root !== 'Sites' || site === undefined) throw notFound('Resource');
    if (site !== String(state.siteId)) throw refused(403);
    if (target === `POST Sites/${site}/AccessTokens/CustomerLogin`) return tokens.loginCustomer(request, state);
    const access = tokens.accessOf(request);
    const call: SiteCall = { request, shape: `${request.method} ${rest.length}`, rest, access, state, now: now() };
    const reply = Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource]?.(call) : null;
    if (reply === null || reply === undefined) throw notFound('Resource');
    return reply;
  };
}
