import { Table, Text } from '@mantine/core';
import type { OrderDetail } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { Amount } from '../parts/amount.js';

/** What was bought. */
export function OrderLines({ lines }: { readonly lines: NonNullable<OrderDetail['lines']> }) {
  const { text, format } = useWords();
  return (
    <Table verticalSpacing={6} horizontalSpacing={0} styles={{ td: { verticalAlign: 'top' } }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.product}</Table.Th>
          <Table.Th ta="right" px="sm">
            {text.quantity}
          </Table.Th>
          <Table.Th ta="right">{text.each}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ title, sku, quantity, unitPrice, product }, line) => (
          <Table.Tr key={`${line} ${sku}`}>
            <Table.Td>
              <Text size="sm">{title ?? product?.title ?? text.unnamedProduct}</Text>
              {sku !== null && (
                <Text size="xs" c="dimmed">
                  {sku}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right" px="sm">
              {quantity === null ? '–' : format.number(quantity)}
            </Table.Td>
            <Table.Td ta="right">
              <Amount value={unitPrice} size="sm" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
