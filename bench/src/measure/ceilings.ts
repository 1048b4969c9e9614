import type { Load } from './load.js';
import type { Upstream } from './upstream.js';

/** What load generator and upstream reach together on their one core, without a gateway: figures near to it say nothing of the gateway. */
export interface Ceilings {
  /** Parcels of 1.5 kB a second. */
  readonly smallRps: number;
  /** Lists of 100 whole orders a second. */
  readonly largeRps: number;
}

export async function measureCeilings(load: Load, { url }: Upstream): Promise<Ceilings> {
  const rateOf = async (path: string, amount: number) => {
    const asked = { url, path, bodies: [], connections: 50, amount, method: 'GET' } as const;
    await load.run({ ...asked, amount: amount / 10 });
    const { requests, seconds } = await load.run(asked);
    return requests / seconds;
  };
  return {
    smallRps: await rateOf('/plain/qa/getTrack/?reference=10000000', 20_000),
    largeRps: await rateOf('/batch/qb/orders?from_date_paid=1&include_details=true', 1000),
  };
}
