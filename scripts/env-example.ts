import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConfigurableProvider } from '../src/config/load-provider.js';
import { serverSettings } from '../src/config/server-settings.js';
import type { VariableSpec } from '../src/datasources/_shared/define-provider.js';
import { definitions, providerKeys } from '../src/datasources/providers.js';
import { packageRoot } from '../src/package-root.js';

/** One line of the file: what a variable is, and what stands in its place when it is unset. */
interface Entry {
  readonly name: string;
  readonly meaning: string;
  /** Null for none. */
  readonly fallback: string | null;
  readonly isSecret?: boolean;
}

const preface = [
  'Every variable the gateway reads. All are optional: without credentials it starts on the built-in sandbox.',
  'A line shows the default; one without a value has none. Copy this file to .env, remove the # of the lines you set, then:',
  '',
  '  set -a && . ./.env && set +a && npm start',
  '',
  'Quote a value with blanks or signs. A secret may come from a file: its name with _FILE at the end takes the path.',
  'What is wrong is told at once, all of it, before the port opens.',
];

/** The variables, their meanings, units and defaults, as the committed `.env.example` holds them. */
export function renderEnvExample(): string {
  const sections = [
    comment(preface),
    section('The gateway', [...serverEntries(), nodeEnvironment]),
    // Sorted, since the order of a module's names is not the same under every loader.
    ...providerKeys.toSorted().map((key) => providerSection(definitions[key])),
  ];
  return `${sections.join('\n\n')}\n`;
}

const nodeEnvironment: Entry = {
  name: 'NODE_ENV',
  meaning: '`production` never starts on the sandbox by default: it has to be asked for with SANDBOX=1',
  fallback: null,
};

function serverEntries(): Entry[] {
  return Object.entries(serverSettings).map(([name, { meaning, fallback, ...rest }]) => ({
    name,
    meaning,
    fallback,
    isSecret: 'isSecret' in rest,
  }));
}

function providerSection(definition: ConfigurableProvider): string {
  const { name, title } = definition;
  const credentials = entriesOf(name, definition.credentials);
  const rest = [...entriesOf(name, definition.options), ...commonEntries(definition)];
  const names = credentials.map((entry) => entry.name).join(', ');
  const note =
    credentials.length > 1 ? `Credentials, some without the others are refused: ${names}` : `Credential: ${names}`;
  return section(title, [...credentials, ...rest], [note]);
}

function entriesOf(prefix: string, specs: Readonly<Record<string, VariableSpec>>): Entry[] {
  return Object.entries(specs).map(([key, { meaning, fallback, isSecret, form }]) => ({
    name: `${prefix}_${key}`,
    meaning: form === undefined ? meaning : `${meaning} (${form.words})`,
    fallback: fallback ?? null,
    isSecret: isSecret === true,
  }));
}

/** What every provider has, with its own defaults. */
function commonEntries({ name, defaults }: ConfigurableProvider): Entry[] {
  const { baseUrl, timeoutMs, maxConcurrency, ratePerSecond, burst, timeZone } = defaults;
  const variables: readonly (readonly [key: string, meaning: string, fallback: string | null])[] = [
    ['BASE_URL', `Where it is; https, or plain http on a loopback address${placeholderNote(baseUrl)}`, baseUrl],
    [
      'TIMEOUT_MS',
      'How long one try may take, in milliseconds; when set, a read may use all the time left',
      String(timeoutMs),
    ],
    ['MAX_CONCURRENCY', 'The most calls at once, of each process', String(maxConcurrency)],
    [
      'RATE_PER_SECOND',
      `The most calls a second in the long run, after a first ${burst} or one second's worth; 0 for no limit. With REDIS_URL for all processes together`,
      String(ratePerSecond ?? 0),
    ],
    ['TIME_ZONE', 'Zone of the local times it writes', timeZone],
    ['CURRENCY', 'ISO 4217 code for amounts that name no currency; unset leaves their currency null', null],
  ];
  return variables.map(([key, meaning, fallback]) => ({ name: `${name}_${key}`, meaning, fallback }));
}

function placeholderNote(baseUrl: string): string {
  const placeholder = /\{\w+\}/.exec(baseUrl)?.[0];
  return placeholder === undefined
    ? ''
    : `. ${placeholder} is the credential of that name; in a value of your own write it out`;
}

function section(title: string, entries: readonly Entry[], notes: readonly string[] = []): string {
  return [comment([`=== ${title} ===`, ...notes]), ...entries.map(entryText)].join('\n\n');
}

function entryText({ name, meaning, fallback, isSecret = false }: Entry): string {
  const secret = isSecret ? ` A secret: ${name}_FILE may name a file instead.` : '';
  return comment([`${meaning[0]?.toUpperCase()}${meaning.slice(1)}.${secret}`, `${name}=${fallback ?? ''}`]);
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `# ${line}`.trimEnd()).join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(packageRoot, '.env.example'), renderEnvExample());
}
