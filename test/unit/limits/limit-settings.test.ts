import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { hashOf } from '../../../src/config/trusted-documents.js';
import { problemsOf } from '../../support/config-problems.js';

const folder = mkdtempSync(join(tmpdir(), 'commercegraph-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));
const withAccess = { API_KEYS: 'a'.repeat(64) };

/** A manifest with a text, and its path. */
function manifest(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('the settings of limits', () => {
  it('have defaults', () => {
    expect(loadConfig({}).limits).toEqual({
      maxBodyBytes: 1_048_576,
      maxOperations: 1000,
      maxLoopDelayMs: 500,
      maxTokens: 15_000,
      maxDepth: 15,
      maxFields: 2000,
      maxAliases: 200,
      maxDirectives: 50,
      maxRootFields: 100,
      maxMutations: 10,
      maxEntities: 1000,
      maxCost: 10_000,
      costPerMinute: null,
      maxOperationsPerCaller: 200,
      maxSubscriptionsPerCaller: 200,
      showsSchema: true,
      trustedDocuments: null,
    });
  });

  it('count points a minute only of callers who show who they are, unless it is asked for', () => {
    const rateOf = (env: Record<string, string>) => loadConfig(env).limits.costPerMinute;
    expect(rateOf({})).toBeNull();
    expect(rateOf({ RATE_COST_PER_MINUTE: '20000' })).toBe(20_000);
    expect(rateOf(withAccess)).toBe(120_000);
    expect(rateOf({ ...withAccess, MAX_COST: '500000' })).toBe(500_000);
    expect(rateOf({ ...withAccess, RATE_COST_PER_MINUTE: '0' })).toBeNull();
  });

  it('hide the schema in production, unless it is asked for', () => {
    const shows = (env: Record<string, string>) => loadConfig({ SANDBOX: '1', ...env }).limits.showsSchema;
    expect(shows({ NODE_ENV: 'production' })).toBe(false);
    expect(shows({ NODE_ENV: 'production', INTROSPECTION: '1' })).toBe(true);
    expect(shows({ INTROSPECTION: '0' })).toBe(false);
  });

  it('are refused when they are no numbers, or exclude every costly operation', () => {
    expect(problemsOf({ MAX_DEPTH: '0', MAX_ALIASES: 'many', INTROSPECTION: 'yes' })).toEqual([
      'INTROSPECTION must be 1 or 0, not "yes"',
      'MAX_DEPTH must be a whole number from 1, not "0"',
      'MAX_ALIASES must be a whole number from 1, not "many"',
    ]);
    expect(problemsOf({ RATE_COST_PER_MINUTE: '9999' })).toEqual([
      'RATE_COST_PER_MINUTE must be at least MAX_COST, or an operation of that cost could never be executed',
    ]);
  });
});

describe('a manifest of trusted documents', () => {
  const text = '{ categories { name } }';

  it.each([
    ['by their hashes', { [hashOf(text)]: text }, hashOf(text)],
    ['by ids of their own', { 'categories-1': text }, 'categories-1'],
    [
      "as Apollo's generator writes it",
      {
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: 'x1', name: 'A', type: 'query', body: text }],
      },
      'x1',
    ],
  ])('has its documents %s', (name, content, id) => {
    const { trustedDocuments } = loadConfig({ TRUSTED_DOCUMENTS: manifest(`${name}.json`, content) }).limits;
    expect(trustedDocuments?.texts.has(text)).toBe(true);
    expect([id, hashOf(text)].map((each) => trustedDocuments?.byId.get(each))).toEqual([text, text]);
  });

  it.each([
    ['is not there', join(folder, 'nowhere.json'), 'names a file that is no manifest of documents'],
    ['is no JSON', manifest('broken.json', '{'), 'names a file that is no manifest of documents'],
    ['has no texts', manifest('numbers.json', { a: 1 }), 'names a file that is no manifest of documents'],
    ['is empty', manifest('empty.json', {}), 'names a manifest without documents'],
  ])('that %s is told at the start', (_, path, problem) => {
    expect(problemsOf({ TRUSTED_DOCUMENTS: path })).toEqual([`TRUSTED_DOCUMENTS ${problem}`]);
  });
});
