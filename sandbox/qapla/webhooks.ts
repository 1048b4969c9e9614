import { asRecords, numberField, textField } from '../kernel/json-fields.js';
import type { Webhook, WebhookManner } from '../kernel/webhooks.js';
import { isoLocal } from './local-time.js';
import type { Parcel } from './parcel.js';
import type { QaplaState } from './state.js';
import { statusLabel } from './statuses.js';

/**
 * Success is `{"result":"OK"}` and nothing else; two more attempts follow a failure, and a hundred failures in a row
 * switch the webhook off (Qapla's public notes for developers). The attempts are hours apart there, moments here.
 */
export const MANNER: WebhookManner = { pausesMs: [250, 2_000], offAfter: 100, isAccepted: saysOk };

/** Details of a problem by the second part of its number; in the words of the public list of statuses. */
const DETAILS: Record<string, string> = {
  '1': 'GIACENZA',
  '2': 'RIENTRO/RIFIUTATA',
  '4': 'SMARRIMENTO',
};

/** Tells the merchant of the status that a parcel has just taken. */
export function tellOfStatus(parcel: Parcel, state: QaplaState): void {
  const [latest] = parcel.events;
  if (latest === undefined) return;
  const [status = '', part] = latest.status.split('-');
  const detail = part === undefined ? undefined : DETAILS[part];
  send(state, `status ${latest.status}`, parcel.trackingNumber, {
    trackingNumber: parcel.trackingNumber,
    courier: parcel.courier,
    reference: parcel.reference,
    date: isoLocal(state.now()),
    courierStatus: latest.courierStatus,
    place: latest.courierPlace,
    // Text here, though it is a number everywhere else.
    qaplaStatusID: status,
    qaplaStatus: statusLabel(latest.status, null).toUpperCase(),
    statusDetails: detail === undefined ? [] : [{ id: Number(part), detail }],
    return: 0,
    hasChildren: 0,
    isChild: 0,
    custom1: '',
    custom2: '',
    custom3: '',
  });
}

/** Tells the merchant that a shipment was created: the event called Orders, on its trigger "creation". */
export function tellOfShipment(item: Record<string, unknown>, state: QaplaState): void {
  const text = (name: string): string => textField(item, name) ?? '';
  const amount = numberField({ amount: text('amount').replace(',', '.') }, 'amount');
  const order = {
    reference: text('reference'),
    orderDate: text('orderDate'),
    shipDate: text('shipDate'),
    courier: text('courier'),
    trackingNumber: text('trackingNumber'),
    return: null,
    returnTrackingNumber: null,
    parcels: 1,
    amount: amount === null ? '' : `€ ${amount.toFixed(2)}`,
    isPOD: text('pod') === '1',
    customerName: text('name'),
    customerAddress: text('street'),
    customerCity: text('city'),
    customerState: text('state'),
    customerZip: text('ZIP'),
    customerCountry: text('country'),
    customerTelephone: text('telephone'),
    customerEmail: text('email'),
    notes: text('note'),
    rows: asRecords(item['rows']) ?? [],
  };
  send(state, 'order', order.trackingNumber, { orders: [order] });
}

function send({ webhooks, apiKey }: QaplaState, event: string, id: string, payload: Record<string, unknown>): void {
  const webhook: Webhook = {
    event,
    id,
    method: 'POST',
    contentType: 'application/json',
    body: JSON.stringify({ apiKey, ...payload }),
  };
  webhooks.send(webhook);
}

function saysOk(status: number, body: string): boolean {
  try {
    const answer: unknown = JSON.parse(body);
    const isObject = typeof answer === 'object' && answer !== null;
    return status >= 200 && status < 300 && isObject && 'result' in answer && answer.result === 'OK';
  } catch {
    return false;
  }
}
