import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../config/secret.js';

/** Whether a text is the secret, in a time that tells neither length nor content. */
export function isSecret(text: string, secret: Secret): boolean {
  return timingSafeEqual(digestOf(text), digestOf(secret.reveal()));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
