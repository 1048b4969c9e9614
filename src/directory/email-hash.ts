import { createHmac, hkdfSync } from 'node:crypto';
import type { Secret } from '../config/secret.js';
import { normalizeEmail } from '../domain/join-keys.js';

/** Raised when entries are kept in another form than before: directories of other forms are not read. */
const formatVersion = 1;
const hashLength = 22;

/** Keyed hashes of e-mails, 132 bits each: without the secret nobody can try out e-mails. */
export class EmailHash {
  readonly #key: Uint8Array;

  /** @param secret the one that seals the customers' ids; the key is derived from it for this use alone */
  constructor(secret: Secret | Buffer) {
    const text = Buffer.isBuffer(secret) ? secret : secret.reveal();
    this.#key = new Uint8Array(hkdfSync('sha256', text, '', 'commercegraph directory', 32));
  }

  /** The hash of an e-mail in its normalized form; null for a blank one. */
  of(email: string | null | undefined): string | null {
    const normalized = normalizeEmail(email);
    return normalized === null ? null : this.#digest(`e-mail ${normalized}`);
  }

  /** What a directory must have been written with: this form of entries and this secret. A text of letters, digits, `-` and `_`. */
  get format(): string {
    return `${formatVersion}-${this.#digest('format').slice(0, 10)}`;
  }

  #digest(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url').slice(0, hashLength);
  }
}
