import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { endOfWork } from '../../http/end-of-work.js';
import type { OperationScope } from '../../http/upstream-request.js';

interface BackgroundScopeParts {
  readonly log: Logger;
  /** Ends the scope early: the gateway stops. */
  readonly signal: AbortSignal;
  /** @default 60,000 */
  readonly timeoutMs?: number;
  /** @default BACKGROUND */
  readonly priority?: 'REREAD' | 'BACKGROUND';
}

/** The scope of one step of work that nobody waits for, with a deadline of its own; to be disposed of at its end. */
export function backgroundScope(parts: BackgroundScopeParts): OperationScope & Disposable {
  const { log, signal, timeoutMs = 60_000, priority = 'BACKGROUND' } = parts;
  const requestId = `directory-${randomUUID()}`;
  const controller = endOfWork();
  const abort = () => controller.abort();
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(abort, timeoutMs);
  timer.unref();
  return {
    requestId,
    signal: controller.signal,
    deadlineAt: Date.now() + timeoutMs,
    log: log.child({ requestId }),
    priority,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      abort();
    },
  };
}
