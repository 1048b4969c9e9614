import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/config/secret.js';
import { influencersoftWebhooks } from '../../../src/webhooks/influencersoft.js';
import { decodeBody } from '../../../src/webhooks/payload.js';
import { qaplaWebhooks } from '../../../src/webhooks/qapla.js';
import { qpilotWebhooks } from '../../../src/webhooks/qpilot.js';
import { quickbutikWebhooks } from '../../../src/webhooks/quickbutik.js';
import type { WebhookReader } from '../../../src/webhooks/webhook-reader.js';

const account = { credentials: { API_KEY: new Secret('qapla_test_key'), SITE_ID: new Secret('42') } };

/** What a reader makes of a body, with the things as `KIND id`; null when it cannot read it. */
function read(reader: WebhookReader, body: unknown, query = '') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const reading = reader.read({ query: new URLSearchParams(query), body: decodeBody(text) }, account);
  return reading && { ...reading, refs: reading.refs.map(({ kind, externalId }) => `${kind} ${externalId}`) };
}
const ours = (...refs: string[]) => ({ refs, foreign: 0 });

describe('Quickbutik', () => {
  const asked = (query: string, body = '') => read(quickbutikWebhooks, body, query);

  it.each(['order.new', 'order.done', 'order.cancelled'])('%s names an order', (event) => {
    expect(asked(`event_type=${event}&order_id=0042`)).toEqual(ours('ORDER 0042'));
  });

  it('says the same in the form or the JSON of a POST', () => {
    expect(asked('', 'event_type=order.new&order_id=A%2F7')).toEqual(ours('ORDER A/7'));
    expect(asked('', '{"event_type":"order.done","order_id":42}')).toEqual(ours('ORDER 42'));
    expect(asked('event_type=order.new', 'order_id=7')).toEqual(ours('ORDER 7'));
  });

  it('has events that are nothing to do', () => {
    expect(asked('event_type=product.update&product_id=5')).toEqual(ours());
    expect(asked('event_type=customer.new&order_id=5')).toEqual(ours());
  });

  it('cannot be read without an event, or without the order of one', () => {
    expect(asked('order_id=5')).toBeNull();
    expect(asked('event_type=order.new')).toBeNull();
    expect(asked('event_type=order.new&order_id=')).toBeNull();
    expect(asked(`event_type=order.new&order_id=${'1'.repeat(201)}`)).toBeNull();
  });
});

describe("Qapla'", () => {
  const status = { apiKey: 'qapla_test_key', trackingNumber: '2878202252347', reference: 'ord. # 1674' };

  it('names the parcel whose status changed, or the order that was handed over', () => {
    expect(read(qaplaWebhooks, { ...status, qaplaStatusID: '99' })).toEqual(ours('PARCEL 2878202252347'));
    expect(read(qaplaWebhooks, { apiKey: status.apiKey, reference: '7', amount: '€ 28.74' })).toEqual(ours('ORDER 7'));
    expect(read(qaplaWebhooks, { trackingNumber: 'X1', reference: null })).toEqual(ours('PARCEL X1'));
  });

  it('keeps the digits of a long number', () => {
    expect(read(qaplaWebhooks, '{"trackingNumber":12345678901234567890123}')).toEqual(
      ours('PARCEL 12345678901234567890123'),
    );
  });

  it('may name several at once, each once', () => {
    const others = [{ trackingNumber: 'A' }, { trackingNumber: 'B', reference: '1' }, { trackingNumber: 'A' }];
    expect(read(qaplaWebhooks, others)).toEqual(ours('PARCEL A', 'PARCEL B'));
    const returns = { apiKey: 'qapla_test_key', webhookReturnShipments: others };
    expect(read(qaplaWebhooks, returns)).toEqual(ours('PARCEL A', 'PARCEL B'));
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ trackingNumber: `T${index}` }));
    expect(read(qaplaWebhooks, many(1000))?.refs).toHaveLength(1000);
    expect(read(qaplaWebhooks, many(1001))).toBeNull();
    expect(read(qaplaWebhooks, { webhookReturnShipments: many(1001) })).toBeNull();
  });

  it('leaves out what carries the key of another channel', () => {
    expect(read(qaplaWebhooks, { ...status, apiKey: 'qapla_other_key' })).toEqual({ refs: [], foreign: 1 });
    expect(read(qaplaWebhooks, [status, { trackingNumber: 'B', apiKey: 'x' }])).toMatchObject({
      refs: ['PARCEL 2878202252347'],
      foreign: 1,
    });
    const wrapped = { apiKey: 'qapla_other_key', webhookReturnShipments: [{ trackingNumber: 'A' }] };
    expect(read(qaplaWebhooks, wrapped)).toEqual({ refs: [], foreign: 1 });
  });

  it.each(['', 'hello', '{', '[1]', '{}', '[]', 'null', '{"apiKey":"qapla_test_key"}', '{"trackingNumber":["A"]}'])(
    'cannot read %j',
    (body) => {
      expect(read(qaplaWebhooks, body)).toBeNull();
    },
  );
});

describe('QPilot', () => {
  const older = {
    Id: '5c0f1a',
    SiteId: 42,
    ActionType: 'UpdateScheduledOrder, PauseScheduledOrder',
    AccessScope: 'Merchant',
    PreviousScheduledOrder: { Id: 5001, SiteId: 42 },
    NewScheduledOrder: { Id: 5001, SiteId: 42 },
  };

  it('names the order embedded in the payload of the older generation', () => {
    expect(read(qpilotWebhooks, older)).toEqual(ours('SUBSCRIPTION 5001'));
    expect(read(qpilotWebhooks, { ...older, PreviousScheduledOrder: null })).toEqual(ours('SUBSCRIPTION 5001'));
    expect(read(qpilotWebhooks, { ...older, NewScheduledOrder: null })).toEqual(ours('SUBSCRIPTION 5001'));
  });

  it.each([
    { eventType: 'ScheduledOrderPaused', siteId: '42', newScheduledOrder: { id: 7 } },
    { event: 'ScheduledOrderUpdated', data: { scheduledOrder: { id: '7' } } },
    { type: 'ScheduledOrderProcessed', scheduledOrderId: 7 },
    { webhookEventType: 'ScheduledOrderFailed', data: { id: 7 } },
    { actionType: 'ScheduledOrderItemUpdated', id: 99, scheduledOrderItem: { id: 99, scheduledOrderId: 7 } },
    { ScheduledOrderId: 7 },
    [{ scheduledOrderId: 7 }, { scheduledOrder: { id: 7 } }],
  ])('names the order of a newer event: %j', (payload) => {
    expect(read(qpilotWebhooks, payload)).toEqual(ours('SUBSCRIPTION 7'));
  });

  it('does not take the id of an item for that of an order', () => {
    expect(read(qpilotWebhooks, { actionType: 'ScheduledOrderItemDeleted', id: 99 })).toBeNull();
  });

  it('has events that are nothing to do', () => {
    expect(read(qpilotWebhooks, { eventType: 'CustomerUpdated', id: 7 })).toEqual(ours());
  });

  it('leaves out what belongs to another site', () => {
    expect(read(qpilotWebhooks, { ...older, SiteId: 43 })).toEqual({ refs: [], foreign: 1 });
    const embedded = { eventType: 'ScheduledOrderUpdated', newScheduledOrder: { id: 7, siteId: 43 } };
    expect(read(qpilotWebhooks, [embedded, older])).toEqual({ refs: ['SUBSCRIPTION 5001'], foreign: 1 });
  });

  it.each(['', '{}', '[{}]', '"text"', 'event=ScheduledOrderUpdated', '{"newScheduledOrder":null}'])(
    'cannot read %j',
    (body) => {
      expect(read(qpilotWebhooks, body)).toBeNull();
    },
  );
});

describe('InfluencerSoft', () => {
  it.each(['new_order', 'cancel_order', 'moneyback'])(
    'has no read that could confirm %s: nothing is to do',
    (status) => {
      expect(read(influencersoftWebhooks, `id=77&email=ann%40example.com&status=${status}`)).toEqual(ours());
    },
  );

  it('cannot be read without a status', () => {
    expect(read(influencersoftWebhooks, 'id=77')).toBeNull();
    expect(read(influencersoftWebhooks, '')).toBeNull();
  });
});
