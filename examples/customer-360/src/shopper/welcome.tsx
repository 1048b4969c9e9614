import { Paper } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useWords } from '../language/language-context.js';
import { NothingHere } from '../parts/nothing-here.js';

export function Welcome() {
  const { text } = useWords();
  return (
    <Paper withBorder radius="lg" p="xl">
      <NothingHere icon={IconUserSearch} title={text.welcomeTitle}>
        {text.welcomeText}
      </NothingHere>
    </Paper>
  );
}
