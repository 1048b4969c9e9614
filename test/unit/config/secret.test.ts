import { format, inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Secret } from '../../../src/config/secret.js';

const secret = new Secret('qb_test_key');

it('shows itself to those who ask for it by name', () => {
  expect(secret.reveal()).toBe('qb_test_key');
});

it('is shown by nothing that prints it', () => {
  const prints = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret, list: [secret] }),
    inspect({ secret }, { depth: 10, showHidden: true }),
    format('%s %o %j', secret, secret, secret),
    JSON.stringify({ ...secret }),
    JSON.stringify(Object.entries(secret)),
  ];
  for (const print of prints) expect(print).not.toContain('qb_test_key');
});
