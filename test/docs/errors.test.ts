import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type ProviderErrorCode, providerErrors, requestErrors } from '../../src/errors/codes.js';
import { UpstreamError } from '../../src/errors/upstream-error.js';
import { packageRoot } from '../../src/package-root.js';
import { maskError } from '../../src/server/mask-error.js';

const page = readFileSync(join(packageRoot, 'docs/errors.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \| [^|]+ \| (yes|no) \| [^|]+ \|$/gm)].map(
  ([, code = '', sentence = '', retryable = '']) => ({ code, sentence, isRetryable: retryable === 'yes' }),
);
const documented = rows.map(({ code }) => code);
const rowOf = (code: string) => rows.find((row) => row.code === code);

/** The code a caller reads of an error that GraphQL itself made. */
function shown(code: string): unknown {
  const error = new GraphQLError('text', { extensions: { code } });
  return maskError(error.toJSON(), error).extensions?.['code'];
}

/** Codes that stand in the text of the server: those of its own answers. */
function codesInServer(): string[] {
  const folder = join(packageRoot, 'src/server');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/'([A-Z]+(?:_[A-Z]+)+|FORBIDDEN)'/g)]).map(([, code = '']) => code),
    ),
  ];
}

describe('docs/errors.md', () => {
  it('has one row per code', () => {
    expect(documented).toEqual([...new Set(documented)]);
  });

  it('has exactly the codes that the gateway can send', () => {
    const own = [...Object.keys(providerErrors), ...Object.keys(requestErrors)];
    const ofApollo = Object.values(ApolloServerErrorCode).filter((code) => shown(code) === code);
    const sent = new Set([...own, ...ofApollo, ...codesInServer()]);
    expect(documented.toSorted()).toEqual([...sent].toSorted());
  });

  it.each(Object.entries({ ...providerErrors, ...requestErrors }))('quotes the sentence of %s', (code, sentence) => {
    expect(rowOf(code)?.sentence).toBe(sentence);
  });

  it.each(Object.keys(providerErrors) as ProviderErrorCode[])('says of %s whether it is retryable', (code) => {
    expect(rowOf(code)?.isRetryable).toBe(new UpstreamError(code, 'QAPLA').retryable);
  });

  it.each(Object.keys(requestErrors))('says of %s that it is not retryable', (code) => {
    expect(rowOf(code)?.isRetryable).toBe(false);
  });

  it('names the parts of extensions that an error can have', () => {
    const error = new UpstreamError('PROVIDER_RATE_LIMITED', 'QAPLA', { retryAfterMs: 1000 });
    const { extensions } = maskError({ message: '' }, error);
    const named = [...page.matchAll(/^\| `([a-z]\w+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual([...Object.keys(extensions ?? {}), 'requestId']);
  });
});
