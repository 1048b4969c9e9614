import type { Respond } from '../kernel/provider-server.js';
import type { SandboxRequest } from '../kernel/request.js';
import type { Webhooks } from '../kernel/webhooks.js';
import { answer } from './answer.js';
import { createOrder, type Parameters } from './create-order.js';
import { notifyPaid } from './notification.js';
import type { InfluencerSoftState } from './state.js';

/** What the account is known by. */
export interface Account {
  apiKey: string;
  secret: string;
}

/** What the account needs of its surroundings. */
interface Surroundings {
  webhooks: Webhooks;
  now: () => Date;
}

/** Both spellings stand in the article: `rps_key` in its prose, `rpsKey` in its list and its sample. */
const KEY_FIELDS = ['rpsKey', 'rps_key'];

/** The API of one account: createorder, as a form only. */
export function createRespond(
  state: InfluencerSoftState,
  { apiKey, secret }: Account,
  { webhooks, now }: Surroundings,
): Respond {
  return (request) => {
    const target = `${request.method} ${request.segments.join('/')}`;
    if (target === 'GET __applied') return { status: 200, body: state.applied };
    if (target === 'GET __orders') return { status: 200, body: state.orders };
    if (request.segments.join('/') !== 'api/createorder') return NO_PAGE;
    const fields = readForm(request);
    if (request.method !== 'POST' || Object.keys(fields).length === 0) return answer(2, secret);
    if (!KEY_FIELDS.some((name) => fields[name] === apiKey)) return answer(5, secret);
    const parameters = Object.fromEntries(Object.entries(fields).filter(([name]) => !KEY_FIELDS.includes(name)));
    const code = createOrder(state, parameters);
    const order = state.orders.at(-1);
    if (code === 0 && order?.parameters['order_status'] === 'Paid') notifyPaid(order, now(), webhooks);
    return answer(code, secret);
  };
}

const NO_PAGE = { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<h1>Not Found</h1>' };

/** PHP fills in its form only from a URL-encoded body; any other body is no data. */
function readForm(request: SandboxRequest): Parameters {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return {};
  const lastOfEach = Object.fromEntries(request.form());
  return Object.fromEntries(Object.entries(lastOfEach).filter(([, value]) => value !== ''));
}
