import type { Sandbox } from '../../sandbox/start-sandbox.js';

interface ShopOrder {
  readonly reference: string;
  /** In lower case; null for an order that names nobody. */
  readonly email: string | null;
  /** In the shop's numbers. */
  readonly status: string;
}

interface WireOrder {
  readonly order_id: string;
  readonly status: string;
  readonly customer?: { readonly email?: string };
}

/** All orders of the sandbox's shop, asked for one by one as its document says, past the gateway. */
export async function shopOrders({ env }: Sandbox): Promise<readonly ShopOrder[]> {
  const key = env['QUICKBUTIK_API_KEY'];
  const headers = { authorization: `Basic ${Buffer.from(`${key}:${key}`).toString('base64')}` };
  const get = async (query: string): Promise<unknown> =>
    (await fetch(`${env['QUICKBUTIK_BASE_URL']}/orders${query}`, { headers })).json();
  const heads = (await get('')) as WireOrder[];
  return Promise.all(
    heads.map(async ({ order_id: reference }) => {
      const order = [await get(`?order_id=${reference}`)].flat()[0] as WireOrder;
      return { reference, email: order.customer?.email?.trim().toLowerCase() || null, status: order.status };
    }),
  );
}
