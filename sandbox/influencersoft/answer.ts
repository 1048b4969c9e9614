import { createHash } from 'node:crypto';
import type { SandboxReply } from '../kernel/request.js';

/**
 * Error codes that createorder gives here, with their sentence ("Service API Responses"). The sentences' wording is
 * assumed.
 */
export const ERROR_TEXTS = {
  0: 'OK',
  2: 'No data',
  3: 'Wrong data',
  5: 'Unknown user',
  600: 'Invalid e-mail',
  603: 'No products given',
  604: 'Unknown product',
} as const;

/** A code of an answer; 0 is success. */
export type ErrorCode = keyof typeof ERROR_TEXTS;

/**
 * The answer that every call gets, with status 200: `hash` is the md5 of code, text and the account's secret joined by
 * `::`. Clients report that the code sometimes comes as a string: here 604 does.
 */
export function answer(code: ErrorCode, secret: string): SandboxReply {
  const text = ERROR_TEXTS[code];
  const hash = createHash('md5').update(`${code}::${text}::${secret}`).digest('hex');
  return { status: 200, body: { error_code: code === 604 ? '604' : code, error_text: text, result: [], hash } };
}
