import { expect } from 'vitest';
import type { TestGateway } from './gateway.js';

/** An order as a shop sends it to the parcel service. */
export const qaplaOrder = (reference: string, more: object = {}) => ({
  id: reference,
  status: 'processing',
  createdAt: '2026-10-31 10:00:00',
  updatedAt: '2026-10-31 10:00:00',
  customerName: 'Ada Berg',
  customerAddress: 'Via Roma 1',
  customerCity: 'Roma',
  customerState: 'RM',
  customerZip: '00100',
  customerEmail: 'ada.berg@example.com',
  amount: 'EUR 12.50',
  paymentType: 'card',
  ...more,
});

/** Sends orders to the parcel service as somebody else than the gateway. */
export async function pushOrders({ sandbox }: Pick<TestGateway, 'sandbox'>, ...orders: object[]): Promise<void> {
  const { env } = sandbox;
  const response = await fetch(`${env['QAPLA_BASE_URL']}/pushOrder/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ apiKey: env['QAPLA_API_KEY'], pushOrder: orders }),
  });
  expect(await response.json()).toMatchObject({ pushOrder: { result: 'OK' } });
}
