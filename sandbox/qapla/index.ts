import { asRecord, textField } from '../kernel/json-fields.js';
import {
  type ProviderServer,
  type SandboxReply,
  type SandboxRequest,
  startProviderServer,
} from '../kernel/provider-server.js';
import { Webhooks } from '../kernel/webhooks.js';
import type { World } from '../world/world.js';
import { getCouriers, getCredits } from './account.js';
import { answerQaplaControl } from './control.js';
import { pushOrder } from './push-order.js';
import { pushTrack } from './push-track.js';
import { createRateLimit, type RateLimit } from './rate.js';
import { refusal } from './replies.js';
import { deleteTrack, getTrack } from './single-track.js';
import { createQaplaState, type QaplaState, type RowOrder } from './state.js';
import { MANNER } from './webhooks.js';
import { getOrders, getTracks } from './window.js';

const API_KEY = 'qapla_sandbox_key';

type Answer = (request: SandboxRequest, state: QaplaState) => SandboxReply;

const METHODS: Record<string, { verb: 'GET' | 'POST'; answer: Answer }> = {
  getTrack: { verb: 'GET', answer: getTrack },
  getTracks: { verb: 'GET', answer: getTracks },
  deleteTrack: { verb: 'GET', answer: deleteTrack },
  getOrders: { verb: 'GET', answer: getOrders },
  getCouriers: { verb: 'GET', answer: getCouriers },
  getCredits: { verb: 'GET', answer: getCredits },
  pushTrack: { verb: 'POST', answer: pushTrack },
  pushOrder: { verb: 'POST', answer: pushOrder },
};

/** How to start Qapla'. */
export interface QaplaOptions {
  host: string;
  port: number;
  now: () => Date;
  /** Whether the token bucket counts from the start; `POST /__rate {"on":true}` switches it on later. */
  rateLimit?: boolean;
  /** Oldest import first if left out; `POST /__options {"rows":"descending"}` changes it later. */
  rows?: RowOrder;
}

/** Starts the imitation of Qapla's API 1.1 (seed 003), with the environment that points a gateway at it. */
export async function startQapla(
  world: World,
  { host, port, now, rateLimit = false, rows = 'ascending' }: QaplaOptions,
): Promise<ProviderServer & { env: Record<string, string> }> {
  const webhooks = new Webhooks(MANNER);
  const state = createQaplaState(world, { now, rows, apiKey: API_KEY, webhooks });
  const rate = createRateLimit(rateLimit, now);
  const respond = (request: SandboxRequest): SandboxReply =>
    state.applied.answer(request) ??
    rate.answer(request) ??
    answerQaplaControl(request, state) ??
    answer(request, state, rate);
  const server = await startProviderServer({ name: 'qapla', host, port, respond, webhooks });
  return { ...server, env: { QAPLA_BASE_URL: `${server.url}/1.1`, QAPLA_API_KEY: API_KEY } };
}

function answer(request: SandboxRequest, state: QaplaState, rate: RateLimit): SandboxReply {
  const [version, name = '', ...rest] = request.segments;
  const method = version === '1.1' && rest.length === 0 ? METHODS[name] : undefined;
  if (method === undefined) return { status: 404, body: { error: 'Not Found' } };
  if (method.verb !== request.method) return { status: 405, body: { error: 'Method Not Allowed' } };
  if (keyOf(request) !== API_KEY) return refusal(name, 'invalid api key');
  return rate.charge(request, name) ?? method.answer(request, state);
}

/** The key is in the query of a GET and in the body of a POST. */
function keyOf(request: SandboxRequest): string | null {
  return request.method === 'GET' ? request.query.get('apiKey') : textField(asRecord(request.json()), 'apiKey');
}
