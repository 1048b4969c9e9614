import { describe, expect, it } from 'vitest';
import type { ScheduledOrder } from '../../../../src/domain/scheduled-order.js';
import { UpstreamError } from '../../../../src/errors/upstream-error.js';
import { UpstreamRejection } from '../../../../src/errors/upstream-rejection.js';
import { ChangeRun } from '../../../../src/writes/qpilot/apply-changes.js';
import type { Change } from '../../../../src/writes/qpilot/scheduled-order-changes.js';

const changes: readonly Change[] = [
  { field: 'status', status: 'PAUSED' },
  { field: 'frequency', frequency: { unit: 'WEEKS', value: 2 } },
  { field: 'paymentMethodId', paymentMethodNumber: 1 },
];
const orderNamed = (name: string) => ({ externalId: name }) as ScheduledOrder;
const done = (name: string) => ({ isKnown: true as const, order: orderNamed(name) });
const silent = { isKnown: true as const, order: null };
const showing = (...shows: string[]) => ({ order: orderNamed('now'), shows });
const unknown = new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT');

interface Script {
  /** By field, what sending the change gives or throws; done when left out. */
  readonly send?: Readonly<Record<string, unknown>>;
  /** What reading gives: the order and the fields it shows; no such order when left out. */
  readonly found?: { readonly order: ScheduledOrder; readonly shows: readonly string[] } | null | Error;
}

function start({ send = {}, found = null }: Script) {
  const calls: string[] = [];
  const run = new ChangeRun({
    send: async ({ field }) => {
      calls.push(field);
      const outcome = Object.hasOwn(send, field) ? send[field] : done(field);
      if (outcome instanceof Error) throw outcome;
      return outcome as ReturnType<typeof done>;
    },
    read: async (asked) => {
      calls.push(`read ${asked.map(({ field }) => field).join(' ')}`);
      if (found instanceof Error) throw found;
      return found && { order: found.order, shown: asked.filter(({ field }) => found.shows.includes(field)) };
    },
  });
  return { run, calls };
}

describe('a run of changes', () => {
  it('sends one after the other and gives the order of the last answer', async () => {
    const { run, calls } = start({});
    expect(await run.apply(changes)).toEqual({ scheduledOrder: orderNamed('paymentMethodId'), userErrors: [] });
    expect(calls).toEqual(['status', 'frequency', 'paymentMethodId']);
  });

  it.each(['status', 'frequency', 'paymentMethodId'])(
    'reads the order once at the end when the answer to %s shows none',
    async (field) => {
      const { run, calls } = start({
        send: { [field]: silent },
        found: showing('status', 'frequency', 'paymentMethodId'),
      });
      expect(await run.apply(changes)).toEqual({ scheduledOrder: orderNamed('now'), userErrors: [] });
      expect(calls).toEqual(['status', 'frequency', 'paymentMethodId', 'read status frequency paymentMethodId']);
    },
  );

  it.each([null, new Error('unreadable')])('has an unknown outcome when that order is %s', async (found) => {
    const { run } = start({ send: { paymentMethodId: silent }, found });
    await expect(run.apply(changes)).rejects.toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
    expect(run.doneBefore).toBe(' Done before: status, frequency.');
  });

  it('has an unknown outcome when that order does not show a step, and names those it shows', async () => {
    const { run, calls } = start({ send: { frequency: silent }, found: showing('status', 'paymentMethodId') });
    await expect(run.apply(changes)).rejects.toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
    expect(calls).toHaveLength(4);
    expect(run.doneBefore).toBe(' Done before: status, payment method.');
  });

  it.each([
    [
      'a refusal',
      new UpstreamRejection('QPILOT', 'No.'),
      { field: ['paymentMethodId'], code: 'REJECTED', message: 'No.' },
    ],
    [
      'no calls left',
      new UpstreamError('PROVIDER_RATE_LIMITED', 'QPILOT'),
      {
        field: ['paymentMethodId'],
        code: 'INTERRUPTED',
        message: 'Stopped at payment method: QPilot has no calls left for now.',
      },
    ],
    [
      'no such order',
      { isKnown: false },
      { field: ['id'], code: 'NOT_FOUND', message: 'QPilot has no such scheduled order.' },
    ],
  ])('says done before %s only what the order shows', async (_, stop, problem) => {
    const send = { status: silent, paymentMethodId: stop };
    const { run, calls } = start({ send, found: showing('status', 'frequency') });
    expect(await run.apply(changes)).toEqual({
      scheduledOrder: orderNamed('now'),
      userErrors: [{ ...problem, message: `${problem.message} Done before: status, frequency.` }],
    });
    expect(calls.at(-1)).toBe('read status frequency');
    const unshown = start({ send, found: showing('frequency') }).run;
    await expect(unshown.apply(changes)).rejects.toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
    expect(unshown.doneBefore).toBe(' Done before: frequency.');
  });

  it('stops at a refusal and says what was done before', async () => {
    const refusal = new UpstreamRejection('QPILOT', 'Not in this unit.');
    const { run, calls } = start({ send: { paymentMethodId: refusal } });
    expect(await run.apply(changes)).toEqual({
      scheduledOrder: orderNamed('frequency'),
      userErrors: [
        {
          field: ['paymentMethodId'],
          code: 'REJECTED',
          message: 'Not in this unit. Done before: status, frequency.',
        },
      ],
    });
    expect(calls).toHaveLength(3);
  });

  it('stops at a refusal of the first with nothing done', async () => {
    const { run, calls } = start({ send: { status: new UpstreamRejection('QPILOT', null) } });
    expect(await run.apply(changes)).toEqual({
      scheduledOrder: null,
      userErrors: [{ field: ['status'], code: 'REJECTED', message: 'QPilot rejected the request.' }],
    });
    expect(calls).toEqual(['status']);
  });

  it('says that there is no such order', async () => {
    const { run } = start({ send: { status: { isKnown: false } } });
    expect(await run.apply(changes)).toMatchObject({
      scheduledOrder: null,
      userErrors: [{ field: ['id'], code: 'NOT_FOUND' }],
    });
  });

  it.each([
    'PROVIDER_RATE_LIMITED',
    'PROVIDER_UNAVAILABLE',
    'DEADLINE_EXCEEDED',
    'PROVIDER_AUTH',
    'PROVIDER_TIMEOUT',
  ] as const)('throws %s while nothing was done, and tells it as an interruption once something was', async (code) => {
    const error = new UpstreamError(code, 'QPILOT');
    await expect(start({ send: { status: error } }).run.apply(changes)).rejects.toBe(error);
    const { run } = start({ send: { frequency: error } });
    expect(await run.apply(changes)).toMatchObject({
      scheduledOrder: orderNamed('status'),
      userErrors: [
        {
          field: ['frequency'],
          code: 'INTERRUPTED',
          message: expect.stringMatching(/^Stopped at frequency: QPilot .* Done before: status\.$/),
        },
      ],
    });
  });

  it('goes on behind an unknown outcome that reading back settles', async () => {
    const { run, calls } = start({ send: { status: unknown }, found: showing('status') });
    expect(await run.apply(changes)).toMatchObject({ scheduledOrder: orderNamed('paymentMethodId'), userErrors: [] });
    expect(calls).toEqual(['status', 'read status', 'frequency', 'paymentMethodId']);
  });

  it.each([null, showing('status'), new UpstreamError('PROVIDER_TIMEOUT', 'QPILOT')])(
    'stops with an unknown outcome when reading back gives %j',
    async (found) => {
      const { run, calls } = start({ send: { frequency: unknown }, found });
      await expect(run.apply(changes)).rejects.toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
      expect(calls).toEqual(['status', 'frequency', 'read status frequency']);
      expect(run.doneBefore).toBe(' Done before: status.');
    },
  );

  it('never takes a mistake of the program behind a done change for a write that did not happen', async () => {
    const mistake = new TypeError('not a function');
    await expect(start({ send: { status: mistake } }).run.apply(changes)).rejects.toBe(mistake);
    await expect(start({ send: { frequency: mistake } }).run.apply(changes)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
  });
});
