import { Button, Container, Stack, Text } from '@mantine/core';
import { useWords } from './language/language-context.js';
import { SearchBox } from './shopper/search-box.js';
import { ShopperPage } from './shopper/shopper-page.js';
import { useShopperInAddress } from './shopper/use-shopper-in-address.js';
import { Welcome } from './shopper/welcome.js';
import { TopBar } from './top-bar.js';

export function App() {
  const { text } = useWords();
  const { email, show } = useShopperInAddress();
  return (
    <>
      <Button component="a" href="#content" className="skip-link">
        {text.skipToContent}
      </Button>
      <TopBar onHome={() => show(null)} />
      <Container component="main" id="content" tabIndex={-1} size="xl" py="lg" px={{ base: 'sm', sm: 'lg' }}>
        <Stack gap="lg">
          <SearchBox email={email} onSearch={show} />
          {email === null ? <Welcome onChoose={show} /> : <ShopperPage key={email} email={email} />}
        </Stack>
      </Container>
      <Container component="footer" size="xl" pb="lg" px={{ base: 'sm', sm: 'lg' }}>
        <Text size="xs" c="dimmed">
          {text.footer}
        </Text>
      </Container>
    </>
  );
}
