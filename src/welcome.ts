import type { Sandbox } from '../sandbox/start-sandbox.js';
import { definitions, type ProviderConfigs, providerKeys } from './datasources/providers.js';

interface Started {
  readonly url: string;
  readonly providers: ProviderConfigs;
  /** Null in live mode. */
  readonly sandbox: Pick<Sandbox, 'providers'> | null;
}

/** What a person at the terminal is told once the gateway listens. */
export function welcome({ url, providers, sandbox }: Started): string {
  const query =
    '{ customer(by: { email: \\"chris@example.com\\" }) { name orders(first: 3) { nodes { provider reference total { amount currency } } } } }';
  return [
    '',
    `commercegraph is ready at ${url}`,
    sandbox === null
      ? describeLive(providers)
      : 'Sandbox: five local imitations of the providers, with invented data. Nothing leaves this machine.',
    '',
    `  Explorer          ${url}/`,
    `  Offline explorer  ${url}/explorer/`,
    `  Try it            curl -s ${url}/graphql -H 'content-type: application/json' -d '{"query":"${query}"}'`,
    ...(sandbox === null ? [] : describeSandbox(sandbox)),
    '',
    '',
  ].join('\n');
}

/** Nothing was asked yet: whether a key holds is not known here. */
function describeLive(providers: ProviderConfigs): string {
  const titles = (isConfigured: boolean) =>
    providerKeys
      .filter((key) => providers[key].isConfigured === isConfigured)
      .map((key) => definitions[key].title)
      .join(', ');
  const missing = titles(false);
  return `Live: ${titles(true)}.${missing === '' ? '' : ` Not set up: ${missing}.`} \`npm run doctor\` tries the credentials.`;
}

function describeSandbox({ providers }: Pick<Sandbox, 'providers'>): string[] {
  return [
    `  A new order       curl -s -X POST ${providers.quickbutik.url}/__orders -d '{"email":"chris@example.com"}'`,
    ...providerKeys.map(
      (key, index) =>
        `  ${(index === 0 ? 'Imitations' : '').padEnd(16)}  ${definitions[key].title.padEnd(14)}  ${providers[key].url}`,
    ),
  ];
}
