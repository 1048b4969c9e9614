import type { AccessSettings } from '../access/access-settings.js';
import { accessVariables } from './access-variables.js';
import { isLoopback } from './load-provider.js';
import { entriesOf, type VariableReader } from './read-variable.js';
import { Secret } from './secret.js';

const sharedSecretAlgorithms = ['HS256', 'HS384', 'HS512'];
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

type AccessVariable = keyof typeof accessVariables;

/** How callers prove who they are; null when nothing is set that they could prove it by. Adds what is wrong to the reader's problems. */
export function loadAccess(reader: VariableReader): AccessSettings | null {
  const text = (name: AccessVariable) => reader.read(name, accessVariables[name]) ?? accessVariables[name].fallback;
  const jwks = text('AUTH_JWKS_URL');
  const secret = text('AUTH_JWT_SECRET');
  const keys = text('API_KEYS');
  const settings: AccessSettings = {
    jwksUrl: jwks === null ? null : readJwksUrl(jwks, reader),
    jwtSecret: secret === null ? null : new Secret(secret),
    issuer: text('AUTH_ISSUER'),
    audience: text('AUTH_AUDIENCE'),
    algorithms: readAlgorithms(text('AUTH_ALGORITHMS'), secret !== null, reader),
    clockSkewSeconds: Number(text('AUTH_CLOCK_SKEW_SECONDS')),
    apiKeyHashes: entriesOf(keys).map((hash) => new Secret(hash.toLowerCase())),
    isCatalogPublic: text('PUBLIC_CATALOG') === '1',
  };
  if (jwks !== null && secret !== null)
    reader.problems.push('AUTH_JWKS_URL and AUTH_JWT_SECRET are both set; give one');
  const isOpen = jwks === null && secret === null && keys === null;
  if (jwks === null && secret === null) {
    // Taken for nothing they would leave a gateway open that was meant to be closed.
    for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_ALGORITHMS'] as const) {
      if (text(name) !== null) reader.problems.push(`${name} needs AUTH_JWKS_URL or AUTH_JWT_SECRET`);
    }
  }
  if (isOpen && settings.isCatalogPublic) {
    reader.problems.push(
      'PUBLIC_CATALOG=1 needs AUTH_JWKS_URL, AUTH_JWT_SECRET or API_KEYS: without them everything is open',
    );
  }
  return isOpen ? null : settings;
}

function readJwksUrl(text: string, { problems }: VariableReader): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username || url.password) {
    problems.push('AUTH_JWKS_URL must be an address without user and password');
  } else if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    problems.push('AUTH_JWKS_URL must start with https:// unless it is on a loopback address');
  }
  return url;
}

/** A secret and a public key are never taken for one another: whoever knows the public key could sign with it. */
function readAlgorithms(text: string | null, isShared: boolean, { problems }: VariableReader): readonly string[] {
  const possible = isShared ? sharedSecretAlgorithms : publicKeyAlgorithms;
  if (text === null) return isShared ? ['HS256'] : ['RS256', 'PS256', 'ES256', 'EdDSA'];
  const algorithms = entriesOf(text);
  const wrong = algorithms.filter((algorithm) => !possible.includes(algorithm));
  if (wrong.length > 0) problems.push(`AUTH_ALGORITHMS must be of ${possible.join(', ')}, not ${wrong.join(', ')}`);
  return algorithms;
}
