import { Button, Group, NativeSelect, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Frequency } from '../graph/rows.js';
import { isSpan, type SpanUnit } from '../language/format.js';
import { useWords } from '../language/language-context.js';

interface FrequencyFormProps {
  readonly frequency: Frequency | null;
  readonly isSending: boolean;
  readonly mayChange: boolean;
  readonly onSave: (frequency: { unit: SpanUnit; value: number }) => void;
  readonly onClose: () => void;
}

const usual = { unit: 'WEEKS', value: 4 } as const;

/** How often from now on. */
export function FrequencyForm({ frequency, isSending, mayChange, onSave, onClose }: FrequencyFormProps) {
  const { text } = useWords();
  const start = frequency !== null && isSpan(frequency) ? frequency : usual;
  const [value, setValue] = useState<number | string>(start.value);
  const [unit, setUnit] = useState<SpanUnit>(start.unit);
  const isGood = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 365;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isGood) onSave({ unit, value });
  };
  return (
    <form onSubmit={save}>
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={text.every}
          size="xs"
          w={80}
          min={1}
          max={365}
          allowDecimal={false}
          value={value}
          onChange={setValue}
          error={!isGood}
          disabled={!mayChange}
          autoFocus
        />
        <NativeSelect
          label={text.unit}
          size="xs"
          w={110}
          value={unit}
          onChange={({ currentTarget }) => setUnit(currentTarget.value as SpanUnit)}
          data={Object.entries(text.units).map(([option, label]) => ({ value: option, label }))}
          disabled={!mayChange}
        />
        <Group gap="xs" wrap="nowrap">
          <Button type="submit" size="xs" loading={isSending} disabled={!isGood || !mayChange}>
            {text.save}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
