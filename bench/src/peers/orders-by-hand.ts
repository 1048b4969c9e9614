import { setMaxListeners } from 'node:events';
import {
  type Client,
  type GatewayBuild,
  loadBuild,
  type WireCustomer,
  type WireOrder,
  type WireTrack,
} from './gateway-build.js';

/** One order of the page as every gateway answers it. */
export interface OrderAnswer {
  readonly id: string;
  readonly total: string;
  readonly customer: { readonly id: string; readonly email: string; readonly name: string } | null;
  readonly shipment: {
    readonly trackingNumber: string;
    readonly status: string | null;
    readonly events: readonly { readonly status: string | null; readonly place: string | null }[];
  } | null;
}

type Query = readonly (readonly [string, string])[];
type Scope = Parameters<Client['send']>[1];

const basic = `Basic ${Buffer.from('qb_bench_key:qb_bench_key').toString('base64')}`;
const login = JSON.stringify({
  email: 'bench@example.com',
  password: 'qpilot_bench_password',
  accessScope: 'Merchant',
});
const silentLog = { warn: () => {} };
/** Of one request, as the gateway's own. */
const deadlineMs = 60_000;

/** The joined answer without GraphQL. */
export class OrdersByHand {
  readonly #build: GatewayBuild;
  readonly #shop: Client;
  readonly #customers: Client;
  readonly #parcels: Client;
  readonly #isSmall: boolean;

  private constructor(build: GatewayBuild, base: string, isSmall: boolean) {
    this.#build = build;
    this.#shop = build.clientOf('QUICKBUTIK', `${base}/qb`);
    this.#customers = build.clientOf('QPILOT', `${base}/qp`);
    this.#parcels = build.clientOf('QAPLA', `${base}/qa`);
    this.#isSmall = isSmall;
  }

  static async over(base: string, buildFolder: string, isSmall: boolean): Promise<OrdersByHand> {
    return new OrdersByHand(await loadBuild(buildFolder), base, isSmall);
  }

  /** The orders paid since a moment, in UNIX seconds, with their customers and parcels. */
  async page(paidFrom: number): Promise<readonly OrderAnswer[]> {
    const scope = newScope();
    return this.#isSmall ? this.#pageOfBatches(paidFrom, scope) : this.#pageOfSingles(paidFrom, scope);
  }

  /** One order by its id. */
  async one(id: string): Promise<{ id: string; total: string }> {
    const order = await this.#order(id, newScope());
    return { id, total: String(order.total_amount) };
  }

  /** Nothing can be asked for together: one call per order, customer and parcel. */
  async #pageOfSingles(paidFrom: number, scope: Scope): Promise<readonly OrderAnswer[]> {
    const rows = await this.#orders(paidFrom, false, scope);
    const ids = rows.map(({ order_id }) => order_id ?? '');
    const tracksRead = Promise.all(ids.map((id) => this.#track(id, scope)));
    const orders = await Promise.all(ids.map((id) => this.#order(id, scope)));
    const emails = [...new Set(orders.map(({ customer }) => customer?.email ?? ''))];
    const headers = await this.#logIn(scope);
    const found = await Promise.all(emails.map((email) => this.#findCustomers(headers, email, scope)));
    return joined(orders, found.flat(), await tracksRead);
  }

  /** Orders with their details, the window of parcels and the one page of customers: a call each. */
  async #pageOfBatches(paidFrom: number, scope: Scope): Promise<readonly OrderAnswer[]> {
    const [orders, customers, tracks] = await Promise.all([
      this.#orders(paidFrom, true, scope),
      this.#logIn(scope).then((headers) => this.#findCustomers(headers, null, scope)),
      this.#tracksSince(paidFrom * 1000, scope),
    ]);
    return joined(orders, customers, tracks);
  }

  async #orders(paidFrom: number, isDetailed: boolean, scope: Scope): Promise<readonly WireOrder[]> {
    const query: Query = [
      ['from_date_paid', String(paidFrom)],
      ['status', 'paid'],
      ...(isDetailed ? ([['include_details', 'true']] as const) : []),
    ];
    const rows = (await this.#ask(this.#shop, ['orders'], query, scope)) as unknown[];
    return rows.map((row) => this.#build.order.parse(row));
  }

  async #order(id: string, scope: Scope): Promise<WireOrder> {
    return this.#build.order.parse(await this.#ask(this.#shop, ['orders'], [['order_id', id]], scope));
  }

  async #logIn(scope: Scope): Promise<Record<string, string>> {
    const { text } = await this.#customers.send(
      {
        operation: 'login',
        method: 'POST',
        path: ['AccessTokens', 'Login'],
        headers: { 'content-type': 'application/json' },
        body: login,
        repeatable: true,
      },
      scope,
    );
    return { authorization: `Bearer ${(JSON.parse(text) as { tokenBearerAuth: string }).tokenBearerAuth}` };
  }

  async #findCustomers(
    headers: Record<string, string>,
    email: string | null,
    scope: Scope,
  ): Promise<readonly WireCustomer[]> {
    const path = ['Sites', '77', 'Customers'];
    const search: Query = email === null ? [] : [['search', email]];
    const query: Query = [['page', '1'], ['pageSize', '100'], ...search];
    const request = { operation: 'customers', method: 'GET', path, query, headers, repeatable: true } as const;
    const { text } = await this.#customers.send(request, scope);
    return (JSON.parse(text) as { items: unknown[] }).items.map((row) => this.#build.customer.parse(row));
  }

  async #track(reference: string, scope: Scope): Promise<WireTrack> {
    const query: Query = [
      ['apiKey', 'qapla_bench_key'],
      ['reference', reference],
      ['lang', 'ita'],
    ];
    const body = (await this.#ask(this.#parcels, ['getTrack'], query, scope)) as { getTrack: unknown };
    return this.#build.track.parse(body.getTrack);
  }

  async #tracksSince(sinceMs: number, scope: Scope): Promise<readonly WireTrack[]> {
    // In the parcel service's own time, which is an hour or two ahead: a day's margin is asked for anyway.
    const dateFrom = localTime.format(sinceMs).replace('T', ' ');
    const query: Query = [
      ['apiKey', 'qapla_bench_key'],
      ['dateFrom', dateFrom],
    ];
    const body = (await this.#ask(this.#parcels, ['getTracks'], query, scope)) as { getTracks: { tracks: unknown[] } };
    return body.getTracks.tracks.map((row) => this.#build.track.parse(row));
  }

  async #ask(client: Client, path: readonly string[], query: Query, scope: Scope): Promise<unknown> {
    const isParcel = client === this.#parcels;
    const { text } = await client.send(
      {
        operation: path.join('/'),
        method: 'GET',
        path,
        trailingSlash: isParcel,
        query,
        headers: isParcel ? {} : { authorization: basic },
        repeatable: true,
      },
      scope,
    );
    return JSON.parse(text);
  }
}

const localTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function newScope(): Scope {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return { requestId: crypto.randomUUID(), signal, deadlineAt: Date.now() + deadlineMs, log: silentLog };
}

function joined(
  orders: readonly WireOrder[],
  customers: readonly WireCustomer[],
  tracks: readonly WireTrack[],
): readonly OrderAnswer[] {
  const byEmail = new Map(customers.map((customer) => [customer.email, customer]));
  const byReference = new Map(tracks.map((track) => [track.reference, track]));
  return orders.map(({ order_id, total_amount, customer }) => {
    const buyer = byEmail.get(customer?.email ?? '');
    const track = byReference.get(order_id);
    return {
      id: order_id ?? '',
      total: String(total_amount),
      customer: buyer ? { id: buyer.id, email: buyer.email ?? '', name: `${buyer.firstName} ${buyer.lastName}` } : null,
      shipment: track
        ? {
            trackingNumber: track.trackingNumber ?? '',
            status: track.status,
            events: track.tracking.map(({ status, courierPlace }) => ({ status, place: courierPlace })),
          }
        : null,
    };
  });
}
