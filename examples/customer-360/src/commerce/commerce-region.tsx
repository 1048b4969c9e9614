import { Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconBuildingStore, IconDatabase } from '@tabler/icons-react';
import type { ErrorPath } from 'commercegraph-client';
import { useCommerceDataQuery } from 'commercegraph-client/react';
import { alwaysAsked } from '../graph/always-asked.js';
import { distinctProblems, ownProblems, problemsAt } from '../graph/problems.js';
import type { CommerceData, Shopper } from '../graph/rows.js';
import { useLastError } from '../graph/use-last-error.js';
import { useWords } from '../language/language-context.js';
import { Loading } from '../parts/loading.js';
import { NothingHere } from '../parts/nothing-here.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { Region } from '../parts/region.js';
import type { ShopperData } from '../shopper/use-shopper.js';
import { lastSynced } from './last-synced.js';
import { emailIn, ShopperInStore } from './shopper-in-store.js';

interface CommerceRegionProps {
  readonly shopper: Shopper;
  readonly data: ShopperData;
}

/** What Qard holds of the connected store and of this shopper there, as of its last synchronization. */
export function CommerceRegion({ shopper, data }: CommerceRegionProps) {
  const { text, format } = useWords();
  const result = useCommerceDataQuery({
    variables: { first: 50 },
    ...alwaysAsked,
  });
  const lastError = useLastError(result);
  const problems = distinctProblems([
    ...ownProblems(lastError, [['commerceData']], (path) => isNotShown(path, result.data?.commerceData)),
    ...problemsAt(data.error, [['customer', 'commerceCustomers']]),
  ]);
  const commerce = result.data?.commerceData;
  const synced = commerce ? lastSynced(commerce.latestSyncs ?? []) : null;
  const isBusy = result.loading || data.isRefreshing;
  const retry = () => {
    void result.refetch();
    data.refresh();
  };
  return (
    <Region
      title={text.commerceData}
      icon={IconDatabase}
      note={synced === null ? text.snapshot : `${text.asOf(format.instant(synced))}. ${text.snapshot}`}
      isBusy={isBusy}
    >
      <ProblemNotices problems={problems} onRetry={retry} isRetrying={isBusy} />
      {commerce === undefined && result.loading && <Loading height={120} />}
      {commerce !== undefined && <Store commerce={commerce} />}
      {commerce !== undefined && <ShopperInStore shopper={shopper} commerce={commerce} />}
    </Region>
  );
}

const notShown: readonly unknown[] = ['locations', 'customers', 'products'];

/** Whether nothing on the page is missing because of a branch. */
function isNotShown([, part, list, row]: ErrorPath, commerce: CommerceData | undefined): boolean {
  if (notShown.includes(part)) return true;
  // An order's own record says whose it is; the joined one is needed only where that says nothing.
  const order = part === 'orders' && list === 'nodes' ? commerce?.orders?.nodes[Number(row)] : undefined;
  return order !== undefined && emailIn(order.raw) !== null;
}

/** The aggregator's word in the reader's language; a new one as it is. */
function wordFor(word: string | null, words: Readonly<Record<string, string>>): string | null {
  return word === null ? null : (words[word] ?? word);
}

function Store({ commerce: { links, latestSyncs } }: { readonly commerce: CommerceData }) {
  const { text, format } = useWords();
  return (
    <Stack gap="sm">
      {links !== null && links.length === 0 && (
        <NothingHere icon={IconBuildingStore} title={text.connection}>
          {text.noConnection}
        </NothingHere>
      )}
      {links?.map(({ id, provider, status }) => (
        <Group key={id} justify="space-between">
          <Text size="sm">{provider === 'SHOPIFY' ? 'Shopify' : text.dataTypes.UNKNOWN}</Text>
          <Badge variant="light" color={status === 'CONNECTED' ? 'teal' : 'yellow'} radius="sm" tt="none">
            {wordFor(status, text.linkStatus) ?? text.orderStatus.UNKNOWN}
          </Badge>
        </Group>
      ))}
      {latestSyncs !== null && latestSyncs.length > 0 && (
        <div>
          <Title order={3} size="h6" fw={600} mb={4}>
            {text.syncs}
          </Title>
          <Table verticalSpacing={4} horizontalSpacing={0}>
            <Table.Tbody>
              {latestSyncs.map(({ dataType, status, completedAt }) => (
                <Table.Tr key={dataType}>
                  <Table.Th scope="row" fw={400}>
                    {text.dataTypes[dataType]}
                  </Table.Th>
                  <Table.Td c="dimmed">{wordFor(status, text.syncStatus)}</Table.Td>
                  <Table.Td ta="right">
                    {completedAt === null ? text.syncRunning : format.instant(completedAt)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  );
}
