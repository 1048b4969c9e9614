import type { SandboxReply, SandboxRequest } from './request.js';

/** Counts the writes that took effect, by operation, so that a test can prove that one was applied exactly once. */
export interface Applied {
  /** Adds one (or several) to an operation. */
  count(operation: string, times?: number): void;
  /** Answers `GET /__applied` with the counts; null for any other request. */
  answer(request: SandboxRequest): SandboxReply | null;
}

/** Starts with nothing applied. */
export function createApplied(): Applied {
  const counts: Record<string, number> = {};
  return {
    count(operation, times = 1) {
      counts[operation] = (counts[operation] ?? 0) + times;
    },
    answer: ({ method, path }) => (method === 'GET' && path === '/__applied' ? { status: 200, body: counts } : null),
  };
}
