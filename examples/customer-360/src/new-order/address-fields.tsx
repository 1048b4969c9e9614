import { SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../language/language-context.js';
import type { OrderForm } from './use-order-form.js';

const fields = [
  ['name', 'fullName'],
  ['street', 'street'],
  ['postalCode', 'postalCode'],
  ['city', 'city'],
  ['countryCode', 'countryCode'],
] as const;

/** Where it goes. */
export function AddressFields({ form: { draft, errors, isLocked, change } }: { readonly form: OrderForm }) {
  const { text } = useWords();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" pt="xs">
      {fields.map(([field, label]) => (
        <TextInput
          key={field}
          label={text[label]}
          value={draft[field]}
          error={errors[field]}
          disabled={isLocked}
          onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
          {...(field === 'countryCode' && { placeholder: text.countryHint, maxLength: 2 })}
        />
      ))}
    </SimpleGrid>
  );
}
