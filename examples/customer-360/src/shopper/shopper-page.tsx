import { Grid, Paper, Stack } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { CommerceRegion } from '../commerce/commerce-region.js';
import { ownProblems, problemsOfAll } from '../graph/problems.js';
import { useWords } from '../language/language-context.js';
import { NewOrderRegion } from '../new-order/new-order-region.js';
import { OrdersRegion } from '../orders/orders-region.js';
import { ParcelsRegion } from '../parcels/parcels-region.js';
import { useAnnounce } from '../parts/announcer.js';
import { NothingHere } from '../parts/nothing-here.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { RetryTogether } from '../parts/retry-together.js';
import { SubscriptionsRegion } from '../subscriptions/subscriptions-region.js';
import { PageSkeleton } from './page-skeleton.js';
import { ShopperCard } from './shopper-card.js';
import { useLiveChanges } from './use-live-changes.js';
import { useShopper } from './use-shopper.js';

const appName = 'Customer 360';

/** Everything about one shopper. A provider that fails costs its own part; the rest stays. */
export function ShopperPage({ email }: { readonly email: string }) {
  const { text } = useWords();
  const announce = useAnnounce();
  const data = useShopper(email);
  const moves = useLiveChanges(data);
  const { shopper, isLoading } = data;

  const heard = isLoading ? text.loading : shopper === null ? text.noShopperTitle : text.found(shopper.name ?? email);
  useEffect(() => announce(heard), [announce, heard]);
  const shown = shopper?.name ?? email;
  useEffect(() => {
    document.title = `${shown} · ${appName}`;
    return () => {
      document.title = appName;
    };
  }, [shown]);

  if (isLoading) return <PageSkeleton />;
  if (shopper === null) return <NoShopper email={email} data={data} />;
  return (
    <RetryTogether>
      <ProblemNotices problems={problemsOfAll(data.error)} onRetry={data.refresh} isRetrying={data.isRefreshing} />
      <ShopperCard shopper={shopper} data={data} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <OrdersRegion email={email} data={data} />
            <ParcelsRegion data={data} moves={moves} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <SubscriptionsRegion shopper={shopper} data={data} />
            <NewOrderRegion shopper={shopper} email={email} onPlaced={data.refresh} />
            <CommerceRegion shopper={shopper} data={data} />
          </Stack>
        </Grid.Col>
      </Grid>
    </RetryTogether>
  );
}

function NoShopper({
  email,
  data: { error, refresh, isRefreshing },
}: {
  readonly email: string;
  readonly data: ReturnType<typeof useShopper>;
}) {
  const { text } = useWords();
  const problems = ownProblems(error, [['customer']]);
  if (problems.length > 0) return <ProblemNotices problems={problems} onRetry={refresh} isRetrying={isRefreshing} />;
  return (
    <Paper withBorder radius="lg" p="xl">
      <NothingHere icon={IconUserOff} title={text.noShopperTitle}>
        {text.noShopperText(email)}
      </NothingHere>
    </Paper>
  );
}
