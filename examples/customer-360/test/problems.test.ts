import { describe, expect, test } from 'vitest';
import { ownProblems, problemsAt, problemsOfAll } from '../src/graph/problems.js';

const entry = (
  path: (string | number)[] | undefined,
  code = 'PROVIDER_UNAVAILABLE',
  provider: string | null = 'QAPLA',
) => ({
  message: 'It fails.',
  ...(path && { path }),
  extensions: { code, ...(provider && { provider }), requestId: 'r-1' },
});

describe('what an error means for a part of the page', () => {
  test('is told there and nowhere else', () => {
    const error = { errors: [entry(['customer', 'scheduledOrders'], 'PROVIDER_TIMEOUT', 'QPILOT')] };
    expect(problemsAt(error, [['customer', 'scheduledOrders']])).toMatchObject([
      { provider: 'QPILOT', code: 'PROVIDER_TIMEOUT' },
    ]);
    expect(problemsAt(error, [['customer', 'orders']])).toEqual([]);
  });

  test('is told once, however many rows suffer', () => {
    const error = { errors: [0, 1, 2].map((row) => entry(['customer', 'orders', 'nodes', row, 'shipments'])) };
    expect(problemsAt(error, [['customer', 'orders']])).toHaveLength(1);
    expect(problemsAt(error, [['customer', 'orders']], (path) => path.includes('shipments'))).toEqual([]);
  });

  test('is told when a field above it failed', () => {
    expect(problemsAt({ errors: [entry(['customer'])] }, [['customer', 'orders']])).toHaveLength(1);
  });

  test('is told once for the whole page when there is no answer or no place', () => {
    const unreachable = new TypeError('Failed to fetch');
    expect(problemsOfAll(unreachable)).toMatchObject([{ code: 'NO_ANSWER', provider: null }]);
    expect(problemsAt(unreachable, [['customer', 'orders']])).toEqual([]);
    const placeless = { errors: [entry(undefined, 'BAD_REQUEST', null)] };
    expect(problemsOfAll(placeless)).toMatchObject([{ code: 'BAD_REQUEST' }]);
    expect(ownProblems(placeless, [['order']])).toHaveLength(1);
  });

  test('is nothing without an error', () => {
    expect(ownProblems(undefined, [['order']])).toEqual([]);
  });
});
