import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconMail, IconSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useWords } from '../language/language-context.js';

/** Shoppers of the sandbox: subscriptions and parcels, many orders, unpaid and imported ones, an Italian address. */
const suggestions = [
  'chris@example.com',
  'elin.ek@example.com',
  'pat.doe@example.org',
  'giosue.marchetti8@example.org',
];

interface SearchBoxProps {
  readonly email: string | null;
  readonly onSearch: (email: string) => void;
}

/** Chooses the shopper, by typing or from a few suggestions. */
export function SearchBox(props: SearchBoxProps) {
  return (
    <Paper component="search" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="sm">
        <SearchForm {...props} />
        <Suggestions {...props} />
      </Stack>
    </Paper>
  );
}

function SearchForm({ email, onSearch }: SearchBoxProps) {
  const { text } = useWords();
  const [typed, setTyped] = useState(email ?? '');
  const [isWrong, setIsWrong] = useState(false);
  // A suggestion or the Back button chooses a shopper without typing.
  const [shown, setShown] = useState(email);
  if (shown !== email) {
    setShown(email);
    setTyped(email ?? '');
    setIsWrong(false);
  }
  const search = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    const isEmail = /^[^\s@]+@[^\s@]+$/.test(wanted);
    setIsWrong(!isEmail);
    if (isEmail) onSearch(wanted);
  };
  return (
    <form onSubmit={search} noValidate>
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <TextInput
          type="email"
          label={text.email}
          placeholder={text.emailHint}
          leftSection={<IconMail size={18} aria-hidden />}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
          error={isWrong ? text.emailWrong : null}
          autoComplete="off"
          spellCheck={false}
          size="md"
          style={{ flexGrow: 1, minWidth: 0 }}
        />
        <Button
          type="submit"
          size="md"
          // As far down as the label of the field beside it is high.
          mt={25}
          px={{ base: 'sm', sm: 'lg' }}
          style={{ flexShrink: 0 }}
          leftSection={<IconSearch size={18} aria-hidden />}
        >
          {text.search}
        </Button>
      </Group>
    </form>
  );
}

function Suggestions({ email, onSearch }: SearchBoxProps) {
  const { text } = useWords();
  return (
    <Group gap={6}>
      <Text size="sm" c="dimmed" mr={4}>
        {text.tryOne}
      </Text>
      {suggestions.map((suggestion) => (
        <Button
          key={suggestion}
          size="compact-sm"
          radius="xl"
          variant={suggestion === email ? 'light' : 'default'}
          fw={500}
          onClick={() => onSearch(suggestion)}
        >
          {suggestion}
        </Button>
      ))}
    </Group>
  );
}
