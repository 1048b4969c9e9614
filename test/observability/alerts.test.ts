import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/package-root.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { patient } from '../support/live-gateway.js';
import { metricsOf, type Sample } from '../support/metrics.js';

interface Alert {
  readonly alert: string;
  readonly expr: string;
}

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const { groups } = parse(read('deploy/alerts.yaml')) as { groups: { rules: Alert[] }[] };
const alerts = groups.flatMap(({ rules }) => rules);
const page = read('docs/observability.md');

/** The nodes of a kind in a PromQL expression, as they are written. */
function partsOf(expr: string, kind: string): string[] {
  const parts: string[] = [];
  parser.parse(expr).iterate({
    enter: (node) => {
      if (kind === '⚠' ? node.type.isError : node.name === kind) parts.push(expr.slice(node.from, node.to));
    },
  });
  return parts;
}

let gateway: TestGateway;
let samples: readonly Sample[];
beforeAll(async () => {
  gateway = await startTestGateway({ env: { DIRECTORY: '1' } });
  await gateway.query('query Orders { orders(first: 3) { nodes { reference } } }');
  await vi.waitFor(async () => {
    samples = await metricsOf(gateway.url);
    if (!samples.some(({ name }) => name === 'commercegraph_directory_lag_seconds'))
      throw new Error('no directory yet');
  }, patient);
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('deploy/alerts.yaml', () => {
  it('has the alerts that docs/observability.md says what to do about, and no others', () => {
    const explained = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect(alerts.length).toBeGreaterThan(8);
    expect(explained.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
  });

  it.each(alerts)('$alert is an expression that Prometheus reads', ({ expr }) => {
    expect(partsOf(expr, '⚠')).toEqual([]);
    expect(partsOf(expr, 'VectorSelector')).not.toEqual([]);
  });

  it.each(alerts)('$alert asks for metrics and label values that a gateway shows', ({ expr }) => {
    for (const selector of partsOf(expr, 'VectorSelector')) {
      const [, name = '', matchers = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(selector) ?? [];
      const shown = samples.filter((sample) => sample.name === name);
      expect(shown, name).not.toHaveLength(0);
      for (const [, label = '', values = ''] of matchers.matchAll(/(\w+)[=!]~?"([^"]*)"/g)) {
        const known = shown.map(({ labels }) => labels[label]);
        expect(known, `${name} by ${label}`).toEqual(expect.arrayContaining(values.split('|')));
      }
    }
  });

  it('is about metrics that docs/observability.md lists, as all of them are', () => {
    const own = samples
      .map(({ name }) => name.replace(/_(?:bucket|sum|count)$/, ''))
      .filter((name) => name.startsWith('commercegraph_'));
    const listed = [...page.matchAll(/^\| `(commercegraph_\w+)`/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual([...new Set(own)].toSorted());
  });
});
