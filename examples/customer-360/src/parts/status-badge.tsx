import { Badge } from '@mantine/core';
import type { OrderStatus, ScheduledOrderStatus, ShipmentStatus } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';

type Tone = 'good' | 'moving' | 'waiting' | 'bad' | 'quiet';

const colors: Record<Tone, string> = { good: 'teal', moving: 'blue', waiting: 'yellow', bad: 'red', quiet: 'gray' };

const orderTones: Record<OrderStatus, Tone> = {
  UNPAID: 'waiting',
  PAID: 'moving',
  PROCESSING: 'moving',
  DONE: 'good',
  CANCELLED: 'quiet',
  REFUNDED: 'quiet',
  UNKNOWN: 'quiet',
};

const subscriptionTones: Record<ScheduledOrderStatus, Tone> = {
  ACTIVE: 'good',
  PAUSED: 'waiting',
  FAILED: 'bad',
  PROCESSING: 'moving',
  QUEUED: 'moving',
  LOCKED: 'waiting',
  DELETED: 'quiet',
  UNKNOWN: 'quiet',
};

const parcelTones: Record<ShipmentStatus, Tone> = {
  QUEUED: 'quiet',
  PENDING: 'quiet',
  AWAITING_PICKUP: 'waiting',
  DEPARTED: 'moving',
  PROCESSING: 'moving',
  IN_TRANSIT: 'moving',
  OUT_FOR_DELIVERY: 'moving',
  AT_PICKUP_POINT: 'moving',
  DELAYED: 'waiting',
  DELIVERY_FAILED: 'bad',
  EXCEPTION: 'bad',
  RETURNED: 'bad',
  DELIVERED: 'good',
  UNKNOWN: 'quiet',
};

function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <Badge color={colors[tone]} variant="light" radius="sm" tt="none" fw={600} style={{ flexShrink: 0 }}>
      {children}
    </Badge>
  );
}

export function OrderBadge({ status }: { readonly status: OrderStatus }) {
  return <StatusBadge tone={orderTones[status]}>{useWords().text.orderStatus[status]}</StatusBadge>;
}

interface SubscriptionBadgeProps {
  readonly status: ScheduledOrderStatus;
  /** The provider's own word, for a status that the graph does not know. */
  readonly rawStatus: string | null;
}

export function SubscriptionBadge({ status, rawStatus }: SubscriptionBadgeProps) {
  const { text } = useWords();
  const words = status === 'UNKNOWN' ? (rawStatus ?? text.subscriptionStatus.UNKNOWN) : text.subscriptionStatus[status];
  return <StatusBadge tone={subscriptionTones[status]}>{words}</StatusBadge>;
}

export function ParcelBadge({ status }: { readonly status: ShipmentStatus }) {
  return <StatusBadge tone={parcelTones[status]}>{useWords().text.parcelStatus[status]}</StatusBadge>;
}

/** The color of a parcel's state, for its timeline. */
export function parcelColor(status: ShipmentStatus): string {
  return colors[parcelTones[status]];
}
