import { Badge, Group, SimpleGrid, Text } from '@mantine/core';
import type { Shopper } from '../graph/rows.js';
import { useWords } from '../language/language-context.js';
import { addressLines } from '../parts/address-lines.js';
import { Fact } from '../parts/fact.js';
import { providerNames } from '../parts/provider-name.js';

/** Where the shopper is known, lives, and how they pay. */
export function ShopperFacts({ shopper }: { readonly shopper: Shopper }) {
  const { text, format } = useWords();
  const { phone, shippingAddress } = shopper;
  const address = addressLines(shippingAddress, format);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
      <Fact label={text.knownTo}>
        <Identities identities={shopper.identities} />
      </Fact>
      <Fact label={text.address}>{address.length === 0 ? '–' : <Lines lines={address} />}</Fact>
      <Fact label={text.phone}>{phone ?? '–'}</Fact>
      <Fact label={text.cards}>
        <Cards cards={shopper.paymentMethods} />
      </Fact>
    </SimpleGrid>
  );
}

function Identities({ identities }: { readonly identities: Shopper['identities'] }) {
  const { text } = useWords();
  return (
    <Group gap={6}>
      {identities.map(({ provider, externalId, matchedBy }) => (
        <Badge key={`${provider} ${externalId}`} variant="default" radius="sm" tt="none" fw={500} h="auto" py={2}>
          {providerNames[provider]}{' '}
          <Text component="span" c="dimmed" inherit>
            {externalId ?? text.matchedBy[matchedBy]}
          </Text>
        </Badge>
      ))}
    </Group>
  );
}

function Cards({ cards }: { readonly cards: Shopper['paymentMethods'] }) {
  const { text } = useWords();
  // Null is "not known", which the notice above explains; an empty list is "none".
  if (cards === null) return '–';
  if (cards.length === 0) return text.noCards;
  // Two records of one person may have the same.
  const told = new Map(cards.map((card) => [`${card.type} ${card.isDefault}`, card]));
  return [...told.values()].map(({ id, type, isDefault }) => (
    <span key={id} style={{ display: 'block' }}>
      {cardName(type)}
      {isDefault === true && <Text component="span" size="sm" c="dimmed">{` (${text.usual})`}</Text>}
    </span>
  ));
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} style={{ display: 'block' }}>
      {line}
    </span>
  ));
}

/** `PAYPAL_V3` is `Paypal v3`: gateways' names, the same in every language. */
function cardName(type: string): string {
  const words = type.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
