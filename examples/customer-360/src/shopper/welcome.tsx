import { Avatar, Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useWords } from '../language/language-context.js';
import { NothingHere } from '../parts/nothing-here.js';
import { sandboxShoppers, useIsSandbox } from './sandbox-shoppers.js';

interface WelcomeProps {
  readonly onChoose: (email: string) => void;
}

/** The page before a shopper is chosen. */
export function Welcome({ onChoose }: WelcomeProps) {
  const { text } = useWords();
  const isSandbox = useIsSandbox();
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'xl' }}>
      <NothingHere icon={IconUserSearch} title={text.welcomeTitle}>
        {text.welcomeText}
      </NothingHere>
      {isSandbox && <Samples onChoose={onChoose} />}
    </Paper>
  );
}

function Samples({ onChoose }: WelcomeProps) {
  const { text } = useWords();
  return (
    <Stack gap="sm" mt="xl">
      <Title order={2} size="h6" fw={600} c="dimmed">
        {text.tryOneTitle}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {sandboxShoppers.map(({ email, sample }) => (
          <Button
            key={email}
            variant="default"
            h="auto"
            p="sm"
            justify="flex-start"
            leftSection={<Avatar name={email} color="indigo" radius="xl" aria-hidden />}
            styles={{
              label: { whiteSpace: 'normal', textAlign: 'start' },
              section: { marginInlineEnd: 'var(--mantine-spacing-sm)' },
            }}
            onClick={() => onChoose(email)}
          >
            <span>
              <Text component="span" display="block" size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                <Address email={email} />
              </Text>
              <Text component="span" display="block" size="sm" c="dimmed" fw={400}>
                {text.samples[sample]}
              </Text>
            </span>
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

/** An e-mail that breaks before its host where it has to break. */
function Address({ email }: { readonly email: string }) {
  const [name, host] = email.split('@');
  return (
    <>
      {name}@<wbr />
      {host}
    </>
  );
}
