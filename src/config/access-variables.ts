/** The variables that say who may call; kept apart from the others, and read together by `load-access.ts`. */
export const accessVariables = {
  AUTH_JWKS_URL: {
    meaning: "Where the public keys of the issuer of the callers' tokens are, as https://…/jwks.json",
    fallback: null,
    form: { pattern: /^https?:\/\/\S+$/, words: 'an address such as https://login.example.com/.well-known/jwks.json' },
  },
  AUTH_JWT_SECRET: {
    meaning:
      "Secret shared with the issuer of the callers' tokens, instead of AUTH_JWKS_URL. At least 16 characters, better 32 or more",
    fallback: null,
    isSecret: true,
    form: { pattern: /^.{16,}$/s, words: 'at least 16 characters' },
  },
  AUTH_ISSUER: {
    meaning: 'The `iss` claim that tokens must have; unset takes any',
    fallback: null,
    form: { pattern: /^.+$/s, words: 'a text' },
  },
  AUTH_AUDIENCE: {
    meaning: 'The `aud` claim that tokens must have; unset takes any',
    fallback: null,
    form: { pattern: /^.+$/s, words: 'a text' },
  },
  AUTH_ALGORITHMS: {
    meaning:
      'Signatures that are taken, comma-separated; unset takes HS256 with AUTH_JWT_SECRET, and RS256, PS256, ES256 and EdDSA with AUTH_JWKS_URL',
    fallback: null,
    form: { pattern: /^[A-Za-z]{2,5}\d{0,3}(\s*,\s*[A-Za-z]{2,5}\d{0,3})*$/, words: 'algorithms such as RS256,ES256' },
  },
  AUTH_CLOCK_SKEW_SECONDS: {
    meaning: "How many seconds the issuer's clock may be off",
    fallback: '5',
    form: { pattern: /^\d{1,3}$/, words: 'a number of seconds up to 999' },
  },
  API_KEYS: {
    meaning:
      'SHA-256 hashes of the keys of back-office callers (`X-API-Key`), comma-separated, as `printf %s "$KEY" | sha256sum` prints them',
    fallback: null,
    isSecret: true,
    form: {
      pattern: /^[0-9a-f]{64}(\s*,\s*[0-9a-f]{64})*$/i,
      words: 'SHA-256 hashes of 64 hexadecimal digits, separated by commas',
    },
  },
  PUBLIC_CATALOG: {
    meaning: '1 shows products, categories, shipping and payment methods to callers who show no credentials',
    fallback: '0',
    form: { pattern: /^[01]$/, words: '1 or 0' },
  },
} as const;
