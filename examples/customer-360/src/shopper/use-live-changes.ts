import {
  useOrderChangedSubscription,
  useScheduledOrderChangedSubscription,
  useShipmentChangedSubscription,
} from 'commercegraph-client/react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language/language-context.js';
import { useAnnounce } from '../parts/announcer.js';
import type { ShopperData } from './use-shopper.js';

/** Several changes of one purchase come within moments: they are one reading. */
const gatherMs = 600;

/**
 * Follows what changes while the page is open. States reach the page by themselves, because the cache knows each record by its id; what
 * a change does not carry (a parcel's history, a new order) is read anew.
 *
 * @returns How often each parcel has moved, by tracking number.
 */
export function useLiveChanges({
  orders,
  refresh,
}: Pick<ShopperData, 'orders' | 'refresh'>): ReadonlyMap<string, number> {
  const { text } = useWords();
  const announce = useAnnounce();
  const [moves, setMoves] = useState<ReadonlyMap<string, number>>(new Map());
  const refreshSoon = useSoon(refresh);

  useShipmentChangedSubscription({
    errorPolicy: 'all',
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const change = data?.shipmentChanged;
      const parcel = change?.shipment;
      if (!change || !parcel) return;
      setMoves((before) => new Map(before).set(parcel.trackingNumber, (before.get(parcel.trackingNumber) ?? 0) + 1));
      const isShown = orders.some(({ shipments }) =>
        shipments?.some(({ trackingNumber }) => trackingNumber === parcel.trackingNumber),
      );
      if (isShown) announce(text.parcelNews(parcel.trackingNumber, text.parcelStatus[parcel.status]));
      // Whose a new parcel is, its news does not say.
      if (change.event === 'CREATED') refreshSoon();
    },
  });
  useOrderChangedSubscription({
    errorPolicy: 'all',
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const change = data?.orderChanged;
      if (!change) return;
      const isShown = orders.some(({ id }) => id === change.order?.id);
      if (change.event !== 'UPDATED' || isShown) refreshSoon();
    },
  });
  useScheduledOrderChangedSubscription({ errorPolicy: 'all', ignoreResults: true });

  return moves;
}

/** The same call, a moment after it was last asked for. */
function useSoon(call: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), gatherMs);
  };
}
