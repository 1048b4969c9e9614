import type { Secret } from '../config/secret.js';

/** How callers prove who they are. */
export interface AccessSettings {
  /** Where the issuer's public keys are; excludes `jwtSecret`. */
  readonly jwksUrl: URL | null;
  /** A secret shared with the issuer. */
  readonly jwtSecret: Secret | null;
  /** Compared with the `iss` claim. Null takes any. */
  readonly issuer: string | null;
  /** Compared with the `aud` claim. Null takes any. */
  readonly audience: string | null;
  /** Which signatures are taken. */
  readonly algorithms: readonly string[];
  /** How far the issuer's clock may be off. */
  readonly clockSkewSeconds: number;
  /** SHA-256 of the keys of back-office callers, in small hexadecimal digits. */
  readonly apiKeyHashes: readonly Secret[];
  /** Whether callers who prove nothing see the catalog. */
  readonly isCatalogPublic: boolean;
}
