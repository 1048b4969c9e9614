import { Text, type TextProps } from '@mantine/core';
import type { MoneyText } from '../language/format.js';
import { useWords } from '../language/language-context.js';

interface AmountProps extends TextProps {
  readonly value: MoneyText | null;
}

/** An exact amount in the reader's format. */
export function Amount({ value, ...rest }: AmountProps) {
  const { text, format } = useWords();
  const written = value === null ? null : format.money(value);
  return (
    <Text component="span" {...rest} style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {written ?? text.noAmount}
      {written !== null && value?.currency === null && (
        <Text component="span" display="block" size="xs" c="dimmed" fw={400}>
          {text.noCurrency}
        </Text>
      )}
    </Text>
  );
}
