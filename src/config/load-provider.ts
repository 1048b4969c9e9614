import type { ProviderConfig, ProviderDefinition, VariableSpec } from '../datasources/_shared/define-provider.js';
import { isTimeZone } from '../domain/instant.js';
import { normalizeCurrency } from '../domain/money.js';
import type { VariableReader } from './read-variable.js';
import { Secret } from './secret.js';

/** The parts of a definition that configuration needs, whatever its source is. */
export type ConfigurableProvider = Omit<ProviderDefinition<unknown>, 'createSource' | 'probe'>;

/** The settings of one provider; what is wrong with them goes to the reader's problems. */
export function loadProvider(
  definition: ConfigurableProvider,
  reader: VariableReader,
  scanLimit: number,
): ProviderConfig {
  const { name, defaults } = definition;
  const credentials = readAll(definition.credentials, name, reader);
  const missing = Object.keys(credentials).filter((key) => credentials[key] === null);
  const isConfigured = missing.length === 0;
  if (!isConfigured && missing.length < Object.keys(credentials).length) {
    reader.problems.push(
      `${name}: half of its credentials are set; also give ${missing.map((key) => `${name}_${key}`).join(', ')}`,
    );
  }
  const ratePerSecond = reader.readNumber(`${name}_RATE_PER_SECOND`, defaults.ratePerSecond ?? 0, {
    min: 0,
    max: 100_000,
  });
  return {
    isConfigured,
    baseUrl: readBaseUrl(definition, credentials, reader),
    isTimeoutChosen: Boolean(reader.env[`${name}_TIMEOUT_MS`]?.trim()),
    timeoutMs: reader.readNumber(`${name}_TIMEOUT_MS`, defaults.timeoutMs, { min: 10, max: 600_000 }),
    maxConcurrency: Math.trunc(
      reader.readNumber(`${name}_MAX_CONCURRENCY`, defaults.maxConcurrency, { min: 1, max: 1000 }),
    ),
    ratePerSecond: ratePerSecond === 0 ? null : ratePerSecond,
    burst: Math.max(defaults.burst, Math.ceil(ratePerSecond)),
    timeZone: readTimeZone(definition, reader),
    currency: readCurrency(name, reader),
    credentials: Object.fromEntries(Object.entries(credentials).map(([key, value]) => [key, new Secret(value ?? '')])),
    ...readOptions(definition, reader),
    scanLimit,
  };
}

function readOptions(
  { name, options: specs }: ConfigurableProvider,
  reader: VariableReader,
): Pick<ProviderConfig, 'options' | 'secrets'> {
  const values = Object.entries(readAll(specs, name, reader));
  const isSecret = (key: string) => specs[key]?.isSecret === true;
  return {
    options: Object.fromEntries(values.map(([key, value]) => [key, isSecret(key) ? null : value])),
    secrets: Object.fromEntries(
      values.filter(([key]) => isSecret(key)).map(([key, value]) => [key, value === null ? null : new Secret(value)]),
    ),
  };
}

function readAll(
  specs: Readonly<Record<string, VariableSpec>>,
  prefix: string,
  reader: VariableReader,
): Record<string, string | null> {
  const entries = Object.entries(specs).map(([key, spec]) => [
    key,
    reader.read(`${prefix}_${key}`, spec) ?? spec.fallback ?? null,
  ]);
  return Object.fromEntries(entries) as Record<string, string | null>;
}

function readBaseUrl(
  { name, defaults }: ConfigurableProvider,
  credentials: Record<string, string | null>,
  reader: VariableReader,
): URL {
  const fallback = defaults.baseUrl.replaceAll(
    /\{(\w+)\}/g,
    (_, key: string) => credentials[key.toUpperCase()] ?? 'unset',
  );
  const variable = `${name}_BASE_URL`;
  const text = reader.read(variable, {}) ?? fallback;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    reader.problems.push(`${variable} must be a URL that starts with https://`);
  } else if (url.username || url.password || url.search || url.hash) {
    reader.problems.push(`${variable} must be a plain URL without user, query and fragment`);
  } else if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    reader.problems.push(`${variable} must start with https:// unless it is on a loopback address`);
  } else {
    return url;
  }
  return new URL(fallback);
}

/** Whether a host name is this machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function readTimeZone({ name, defaults }: ConfigurableProvider, reader: VariableReader): string {
  const zone = reader.read(`${name}_TIME_ZONE`, {}) ?? defaults.timeZone;
  if (isTimeZone(zone)) return zone;
  reader.problems.push(`${name}_TIME_ZONE must be a zone such as Europe/Stockholm, not "${zone}"`);
  return defaults.timeZone;
}

function readCurrency(name: string, reader: VariableReader): string | null {
  const text = reader.read(`${name}_CURRENCY`, {});
  const currency = normalizeCurrency(text);
  if (text !== null && currency === null)
    reader.problems.push(`${name}_CURRENCY must be an ISO 4217 code such as SEK, not "${text}"`);
  return currency;
}
