import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { createContext, type Gateway } from '../../../src/context/create-context.js';

it('an operation holds nothing of what it has read once it has ended', () => {
  const forget = vi.fn<() => void>();
  const gateway = {
    providers: { sourcesFor: () => ({ datasources: {}, forget }) },
    directory: null,
    log: pino({ enabled: false }),
    requestTimeoutMs: 1000,
    scanLimit: 1,
  } as unknown as Gateway;
  const context = createContext(gateway, { requestId: 'r1', caller: { scope: 'MERCHANT', id: 'm' } as never });
  const { known } = context.joins;
  expect(context.joins.known).toBe(known);
  expect(forget).not.toHaveBeenCalled();
  context.end();
  expect(forget).toHaveBeenCalledOnce();
  expect(context.joins.known).not.toBe(known);
  expect(context.signal.aborted).toBe(true);
});
