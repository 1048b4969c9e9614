import { Stack } from '@mantine/core';
import { IconPackage, IconTruckDelivery } from '@tabler/icons-react';
import { distinctProblems, problemsAt } from '../graph/problems.js';
import { useWords } from '../language/language-context.js';
import { NothingHere } from '../parts/nothing-here.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { Region } from '../parts/region.js';
import type { ShopperData } from '../shopper/use-shopper.js';
import { LiveBadge } from './live-badge.js';
import { ParcelCard } from './parcel-card.js';

interface ParcelsRegionProps {
  readonly data: ShopperData;
  /** How often each parcel has moved since the page was opened, by tracking number. */
  readonly moves: ReadonlyMap<string, number>;
}

/** The parcels of the orders shown, with their history as it happens. */
export function ParcelsRegion({ data, moves }: ParcelsRegionProps) {
  const { text } = useWords();
  const { orders, error, ordersError, refresh, isRefreshing } = data;
  const isHere = (path: readonly (string | number)[]) => !path.includes('shipments');
  const problems = distinctProblems([
    ...problemsAt(error, [['customer', 'orders']], isHere),
    ...problemsAt(ordersError, [['orders']], isHere),
  ]);
  const parcels = orders.flatMap(({ reference, shipments }) =>
    (shipments ?? []).map((parcel) => ({ reference, parcel })),
  );
  return (
    <Region title={text.parcels} icon={IconTruckDelivery} aside={<LiveBadge />} isBusy={isRefreshing}>
      <ProblemNotices problems={problems} onRetry={refresh} isRetrying={isRefreshing} />
      {parcels.length === 0 && problems.length === 0 && (
        <NothingHere icon={IconPackage} title={text.noParcels}>
          {text.noParcelsText}
        </NothingHere>
      )}
      {parcels.length > 0 && (
        <Stack gap="sm">
          {parcels.map(({ reference, parcel }) => (
            <ParcelCard
              key={parcel.id}
              reference={reference}
              parcel={parcel}
              moves={moves.get(parcel.trackingNumber) ?? 0}
            />
          ))}
        </Stack>
      )}
    </Region>
  );
}
