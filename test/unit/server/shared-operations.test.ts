import { type OperationDefinitionNode, parse } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GatewayContext } from '../../../src/context/gateway-context.js';
import { CallTally } from '../../../src/http/call-tally.js';
import { type ExecutedOperation, SharedOperations } from '../../../src/server/execution/shared-operations.js';
import { ExecutionTurns } from '../../../src/server/overload/execution-turns.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const operation = parse('{ orders(first: 1) { nodes { id } } }').definitions[0] as OperationDefinitionNode;
const busy = { isSaturated: true, idleShare: 0, whenLooked: () => {} };
const answer: ExecutedOperation = { data: {}, errors: [], failures: [], calls: new CallTally() };

/** A merchant with a minute left. */
function merchant(): GatewayContext {
  const deadlineAt = Date.now() + 60_000;
  const context = {
    isFresh: () => false,
    caller: { scope: 'MERCHANT' },
    signal: new AbortController().signal,
    deadlineAt,
  };
  return context as unknown as GatewayContext;
}

it('a query that waits for its turn is executed once for all who ask the same meanwhile, however long that takes', async () => {
  const turns = new ExecutionTurns(busy);
  const shared = new SharedOperations({ keepsResults: false, turns });
  const ends: (() => void)[] = [];
  const before = Array.from({ length: 4 }, () => turns.take(() => new Promise<void>((resolve) => ends.push(resolve))));
  let executed = 0;
  const execute = async () => {
    executed += 1;
    return answer;
  };
  const ask = () => shared.run({ operation, variables: {}, context: merchant() }, execute);
  const first = ask();
  vi.setSystemTime(Date.now() + 1000);
  const second = ask();
  for (const end of ends) end();
  await Promise.all(before);
  expect(await Promise.all([first, second])).toEqual([answer, answer]);
  expect(executed).toBe(1);
});
