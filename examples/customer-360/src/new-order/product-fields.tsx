import { Group, NativeSelect, NumberInput, Select, Stack } from '@mantine/core';
import type { CatalogQuery } from 'commercegraph-client';
import { useWords } from '../language/language-context.js';
import { Loading } from '../parts/loading.js';
import { productChoices, shippingChoices } from './choices.js';
import type { OrderForm } from './use-order-form.js';

interface ProductFieldsProps {
  readonly catalog: CatalogQuery | undefined;
  readonly isLoading: boolean;
  readonly form: OrderForm;
}

/** What is ordered, how many, and how it is sent. */
export function ProductFields({ catalog, isLoading, form }: ProductFieldsProps) {
  const { text, format } = useWords();
  const { draft, errors, isLocked, change } = form;
  if (catalog === undefined && isLoading) return <Loading height={132} />;
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <Select
          label={text.product}
          placeholder={text.chooseProduct}
          nothingFoundMessage={text.noProducts}
          data={productChoices(catalog?.products?.nodes ?? [], format)}
          value={draft.sku === '' ? null : draft.sku}
          onChange={(sku) => change({ sku: sku ?? '' })}
          error={errors.sku}
          disabled={isLocked}
          searchable
          // The list itself scrolls, so that assistive technology knows what scrolls.
          withScrollArea={false}
          styles={{ options: { maxHeight: 220, overflowY: 'auto' } }}
          style={{ flexGrow: 1, minWidth: 0 }}
        />
        <NumberInput
          label={text.quantity}
          value={draft.quantity}
          onChange={(quantity) => change({ quantity })}
          error={errors.quantity}
          disabled={isLocked}
          min={1}
          max={99}
          allowDecimal={false}
          w={96}
          style={{ flexShrink: 0 }}
        />
      </Group>
      <NativeSelect
        label={text.shipping}
        data={[{ value: '', label: text.chooseShipping }, ...shippingChoices(catalog?.shippingMethods ?? [], format)]}
        value={draft.shippingId}
        onChange={({ currentTarget }) => change({ shippingId: currentTarget.value })}
        error={errors.shippingId}
        disabled={isLocked}
      />
    </Stack>
  );
}
