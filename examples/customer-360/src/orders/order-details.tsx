import { Divider, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useOrderQuery } from 'commercegraph-client/react';
import { alwaysAsked } from '../graph/always-asked.js';
import { ownProblems } from '../graph/problems.js';
import type { OrderDetail } from '../graph/rows.js';
import { useLastError } from '../graph/use-last-error.js';
import { useWords } from '../language/language-context.js';
import { addressLines } from '../parts/address-lines.js';
import { Amount } from '../parts/amount.js';
import { Fact } from '../parts/fact.js';
import { Loading } from '../parts/loading.js';
import { ProblemNotices } from '../parts/problem-notice.js';
import { OrderLines } from './order-lines.js';

/** The lines, sums and addresses of one order. */
export function OrderDetails({ id }: { readonly id: string }) {
  const result = useOrderQuery({
    variables: { by: { id } },
    ...alwaysAsked,
  });
  const problems = ownProblems(useLastError(result), [['order']], (path) => path.includes('shipments'));
  const { data, loading, refetch } = result;
  if (data === undefined && loading) return <Loading height={120} />;
  return (
    <Stack gap="md">
      <ProblemNotices problems={problems} onRetry={() => void refetch()} isRetrying={loading} />
      {data?.order && <Details order={data.order} />}
    </Stack>
  );
}

function Details({ order }: { readonly order: OrderDetail }) {
  const { text, format } = useWords();
  const {
    lines,
    subtotal,
    shippingTotal,
    discountTotal,
    taxTotal,
    total,
    payment,
    shippingMethodName,
    shippingAddress,
  } = order;
  const sums = [
    { label: text.subtotal, value: subtotal },
    { label: text.shipping, value: shippingTotal },
    { label: text.discount, value: discountTotal },
    { label: text.tax, value: taxTotal },
  ].filter(({ value }) => value !== null);
  const address = addressLines(shippingAddress, format);
  return (
    <>
      {lines === null || lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noLines}
        </Text>
      ) : (
        <OrderLines lines={lines} />
      )}
      <Stack gap={4}>
        {sums.map(({ label, value }) => (
          <Group key={label} justify="space-between">
            <Text size="sm">{label}</Text>
            <Amount value={value} size="sm" />
          </Group>
        ))}
        <Divider my={4} />
        <Group justify="space-between">
          <Text fw={600}>{text.total}</Text>
          <Amount value={total} fw={600} />
        </Group>
      </Stack>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {payment?.method && <Fact label={text.payment}>{payment.method}</Fact>}
        {shippingMethodName !== null && <Fact label={text.shippedBy}>{shippingMethodName}</Fact>}
        {address.length > 0 && (
          <Fact label={text.shippedTo}>{[shippingAddress?.name, ...address].filter(Boolean).join(', ')}</Fact>
        )}
      </SimpleGrid>
    </>
  );
}
