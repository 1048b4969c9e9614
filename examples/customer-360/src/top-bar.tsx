import {
  ActionIcon,
  Box,
  Container,
  Group,
  NativeSelect,
  Text,
  ThemeIcon,
  Title,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSun, IconTopologyStar3 } from '@tabler/icons-react';
import { isLanguage, languages } from './language/language.js';
import { useWords } from './language/language-context.js';

export function TopBar({ onHome }: { readonly onHome: () => void }) {
  const { text, language, setLanguage } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <Box
      component="header"
      bg="var(--mantine-color-body)"
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      <Container size="xl" py="sm" px={{ base: 'sm', sm: 'lg' }}>
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <ThemeIcon
              size={36}
              radius="md"
              variant="gradient"
              gradient={{ from: 'indigo.8', to: 'violet.7', deg: 120 }}
              aria-hidden
            >
              <IconTopologyStar3 size={22} stroke={1.8} />
            </ThemeIcon>
            <div>
              <Title order={1} size="h4" lh={1.1} style={{ whiteSpace: 'nowrap' }}>
                <UnstyledButton onClick={onHome} fz="inherit" fw="inherit" lh="inherit">
                  Customer 360
                </UnstyledButton>
              </Title>
              <Text size="xs" c="dimmed" lh={1.2}>
                commercegraph
              </Text>
            </div>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <NativeSelect
              aria-label={text.language}
              value={language}
              onChange={({ currentTarget: { value } }) => isLanguage(value) && setLanguage(value)}
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            />
            <ActionIcon
              variant="default"
              size={36}
              aria-label={scheme === 'dark' ? text.toLight : text.toDark}
              onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
            >
              {scheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
            </ActionIcon>
          </Group>
        </Group>
      </Container>
    </Box>
  );
}
