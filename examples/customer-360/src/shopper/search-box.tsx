import { Box, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconMail, IconSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useWords } from '../language/language-context.js';
import { sandboxShoppers, useIsSandbox } from './sandbox-shoppers.js';

interface SearchBoxProps {
  readonly email: string | null;
  readonly onSearch: (email: string) => void;
}

/** Chooses the shopper, by typing or, in the sandbox, from those it has. */
export function SearchBox(props: SearchBoxProps) {
  const isSandbox = useIsSandbox();
  return (
    <Paper component="search" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="sm">
        <SearchForm {...props} />
        {isSandbox && props.email !== null && <Suggestions {...props} />}
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
        >
          <Group gap="xs" wrap="nowrap">
            <Box visibleFrom="sm" lh={0} aria-hidden>
              <IconSearch size={18} />
            </Box>
            {text.search}
          </Group>
        </Button>
      </Group>
    </form>
  );
}

function Suggestions({ email, onSearch }: SearchBoxProps) {
  const { text } = useWords();
  return (
    // A narrow screen has better use for the room.
    <Group gap={6} visibleFrom="sm">
      <Text size="sm" c="dimmed" mr={4}>
        {text.tryOne}
      </Text>
      {sandboxShoppers.map(({ email: suggestion }) => (
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
