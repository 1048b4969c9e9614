import { startQPilot } from '../../sandbox/qpilot/index.js';
import { createWorld } from '../../sandbox/world/world.js';

/** The moment at which the sandbox's data end and its clock stands. */
export const NOW = new Date('2026-06-01T12:00:00Z');
/** The merchant account of the sandbox. */
export const ACCOUNT = { email: 'merchant@example.com', password: 'qpilot_sandbox_password' };
/** One record of an answer. */
export type Row = Record<string, unknown>;

/** One page of a list. */
export interface Page {
  items: Row[];
  totalCount: number;
  totalPages: number;
}

/** Starts a sandbox with one merchant token and the calls that the tests make. */
export async function startTestQPilot() {
  const clock = { now: NOW };
  const world = createWorld({ seed: 1, orders: 1000, now: NOW });
  const server = await startQPilot(world, { host: '127.0.0.1', port: 0, now: () => clock.now });
  const send = async <T = unknown>(target: string, token: string | null, body?: unknown) => {
    const [method = 'GET', path] = target.split(' ');
    const response = await fetch(`${server.url}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  };
  const login = async (customerId?: string): Promise<string> => {
    const path = customerId === undefined ? 'AccessTokens/Login' : 'Sites/77/AccessTokens/CustomerLogin';
    const extra = customerId === undefined ? { accessScope: 'Merchant' } : { customerId };
    const { body } = await send<{ tokenBearerAuth: string }>(`POST ${path}`, null, { ...ACCOUNT, ...extra });
    return body.tokenBearerAuth;
  };
  const merchant = await login();
  const call = <T = unknown>(target: string, body?: unknown) => {
    const [method, path] = target.split(' ');
    return send<T>(`${method} Sites/77/${path}`, merchant, body);
  };
  const applied = async (): Promise<unknown> => (await fetch(`${server.url}/__applied`)).json();
  return Object.assign(server, {
    clock,
    world,
    send,
    login,
    call,
    applied,
    merchant,
    [Symbol.asyncDispose]: () => server.close(),
  });
}
