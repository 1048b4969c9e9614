import { Anchor, Stack, Text, Timeline, VisuallyHidden } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTrackShipmentQuery } from 'commercegraph-client/react';
import { useEffect, useRef } from 'react';
import { alwaysAsked } from '../graph/always-asked.js';
import { ownProblems } from '../graph/problems.js';
import type { Parcel } from '../graph/rows.js';
import { useLastError } from '../graph/use-last-error.js';
import { useWords } from '../language/language-context.js';
import { Loading } from '../parts/loading.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { parcelColor } from '../parts/status-badge.js';

interface ParcelHistoryProps {
  readonly trackingNumber: string;
  readonly moves: number;
}

/** A parcel's history, read again whenever it has moved. */
export function ParcelHistory({ trackingNumber, moves }: ParcelHistoryProps) {
  const { text } = useWords();
  const result = useTrackShipmentQuery({
    variables: { by: { trackingNumber } },
    ...alwaysAsked,
  });
  const { data, loading, refetch } = result;
  const problems = ownProblems(useLastError(result), [['shipment']], (path) => path.includes('order'));
  const seen = useRef(moves);
  useEffect(() => {
    if (seen.current === moves) return;
    seen.current = moves;
    void refetch();
  }, [moves, refetch]);

  if (data === undefined && loading) return <Loading height={64} />;
  const parcel = data?.shipment ?? null;
  return (
    <Stack gap="sm">
      <ProblemNotices problems={problems} onRetry={() => void refetch()} isRetrying={loading} />
      {parcel !== null && parcel.events.length > 0 && <Events events={parcel.events} />}
      {problems.length === 0 && (parcel === null || parcel.events.length === 0) && (
        <Text size="sm" c="dimmed">
          {text.noHistory}
        </Text>
      )}
      {parcel?.trackingUrl && <FollowLink url={parcel.trackingUrl} />}
    </Stack>
  );
}

function Events({ events }: { readonly events: Parcel['events'] }) {
  const { text, format } = useWords();
  return (
    <Timeline
      active={0}
      bulletSize={14}
      lineWidth={2}
      color={parcelColor(events[0]?.status ?? 'UNKNOWN')}
      autoContrast
      // How far events stand apart; the line between them is as long.
      __vars={{ '--mantine-spacing-xl': 'var(--mantine-spacing-sm)' }}
    >
      {events.map(({ status, description, place, on, at }, number) => (
        <Timeline.Item
          // Upstream gives events no id and may repeat one; the newest is first, so that counting from the end holds.
          key={`${events.length - number} ${on} ${at} ${status}`}
          title={
            <Text component="span" size="sm" fw={600}>
              {text.parcelStatus[status]}
            </Text>
          }
        >
          {description !== null && (
            <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
              {description}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {[at === null ? (on === null ? null : format.day(on)) : format.instant(at), place]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function FollowLink({ url }: { readonly url: string }) {
  const { text } = useWords();
  // Only pages of the web: what a provider sends as a link may be anything.
  if (!/^https?:\/\//.test(url)) return null;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
      {text.follow} <IconExternalLink size={14} aria-hidden style={{ verticalAlign: -2 }} />
      <VisuallyHidden> ({text.opensTab})</VisuallyHidden>
    </Anchor>
  );
}
