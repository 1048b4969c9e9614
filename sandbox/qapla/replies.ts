import type { SandboxReply } from '../kernel/provider-server.js';

/** An answer of Qapla': always status 200, one object under the name of the method. */
export function envelope(method: string, fields: Record<string, unknown>): SandboxReply {
  return { status: 200, body: { [method]: fields } };
}

/**
 * A refusal in the manner of its method (seed 003): getTrack marks it by `error: true` and a message, getTracks
 * answers under the name of getOrders, the others by `result: "KO"` and a text.
 */
export function refusal(method: string, error: string): SandboxReply {
  if (method === 'getTrack') return envelope(method, { error: true, message: error });
  return envelope(method === 'getTracks' ? 'getOrders' : method, { result: 'KO', error });
}
