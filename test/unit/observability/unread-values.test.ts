import { afterEach, expect, it, vi } from 'vitest';
import { createLog } from '../../../src/observability/log.js';
import { unreadValues } from '../../../src/observability/unread-values.js';

afterEach(() => {
  vi.useRealTimers();
});

it('Values that cannot be read are told of once a minute for each field, with how many there were', () => {
  vi.useFakeTimers({ now: 0 });
  const lines: string[] = [];
  const warn = unreadValues(createLog('warn', { write: (line) => void lines.push(line) }), 'QUICKBUTIK');
  const told = () => lines.splice(0).map((line) => JSON.parse(line) as { field: string; values: number });
  for (let row = 0; row < 50; row += 1) warn('order.status');
  warn('order.total');
  expect(told()).toMatchObject([
    { provider: 'QUICKBUTIK', field: 'order.status', values: 1 },
    { provider: 'QUICKBUTIK', field: 'order.total', values: 1 },
  ]);
  vi.setSystemTime(59_999);
  warn('order.status');
  expect(told()).toEqual([]);
  vi.setSystemTime(60_000);
  warn('order.status');
  expect(told()).toMatchObject([{ field: 'order.status', values: 51 }]);
});
