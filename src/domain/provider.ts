/** The five services the graph joins. A provider is a value in the graph, never a prefix of a type. */
export const providerNames = ['QPILOT', 'QUICKBUTIK', 'INFLUENCERSOFT', 'QAPLA', 'QARD'] as const;

export type ProviderName = (typeof providerNames)[number];

export function isProviderName(word: string): word is ProviderName {
  return (providerNames as readonly string[]).includes(word);
}
