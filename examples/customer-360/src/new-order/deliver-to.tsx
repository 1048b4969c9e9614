import { Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useWords } from '../language/language-context.js';
import { AddressFields } from './address-fields.js';
import type { OrderForm } from './use-order-form.js';

const fields = ['name', 'street', 'postalCode', 'city', 'countryCode'] as const;

/** The address as one line, and its fields when somebody wants to change them or has to. */
export function DeliverTo({ form }: { readonly form: OrderForm }) {
  const { text, format } = useWords();
  const id = useId();
  const [isWanted, setIsWanted] = useState(false);
  const { draft, errors } = form;
  const isOpen = isWanted || fields.some((field) => errors[field] !== undefined);
  const town = `${draft.postalCode} ${draft.city}`.trim();
  const country = draft.countryCode === '' ? '' : format.country(draft.countryCode);
  const line = [draft.name, draft.street, town, country].filter((part) => part !== '').join(', ');
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {text.deliverTo}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPencil size={14} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsWanted(!isWanted)}
        >
          {text.editAddress}
        </Button>
      </Group>
      {!isOpen && (
        <Text size="sm" c="dimmed">
          {line === '' ? text.noAddress : line}
        </Text>
      )}
      <div id={id}>{isOpen && <AddressFields form={form} />}</div>
    </div>
  );
}
