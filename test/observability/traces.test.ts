import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/observability/log.js';
import { type FakeUpstream, startFakeUpstream } from '../support/fake-upstream.js';
import { startTestGateway } from '../support/gateway.js';

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number };
}

interface ReceivedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code?: number };
}

interface ReceivedTraces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[];
  }[];
}

/** Kinds and states as OTLP numbers them. */
const [server, client, failed] = [2, 3, 2];
const callerTrace = '4bf92f3577b34da6a3ce929d0e0e4736';
const callerSpan = '00f067aa0ba902b7';
const traceparent = `00-${callerTrace}-${callerSpan}-01`;
const orderQuery = 'query OrderByReference { order(by: { reference: "20929" }) { reference total { amount } } }';

let collector: FakeUpstream;
beforeEach(async () => {
  collector = await startFakeUpstream(() => ({ json: {} }));
});
afterEach(() => collector.close());

const settings = () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });

/** What the collector was sent by a gateway that did some work and then closed. */
async function spansOf(
  env: Record<string, string>,
  work: (gateway: Awaited<ReturnType<typeof startTestGateway>>) => Promise<unknown>,
): Promise<readonly ReceivedSpan[]> {
  {
    await using gateway = await startTestGateway({ env });
    await work(gateway);
  }
  const sent = collector.requests.map(({ body }) => JSON.parse(body) as ReceivedTraces);
  return sent.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap((part) => part.scopeSpans.flatMap(({ spans }) => spans)),
  );
}

function attributesOf({ attributes }: Pick<ReceivedSpan, 'attributes'>): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));
}

describe('traces', () => {
  it('have one span per operation below the caller’s, one per call below that, and none per field', async () => {
    let sent: Record<string, number> = {};
    const spans = await spansOf(settings(), async (gateway) => {
      gateway.sandbox.clear();
      await gateway.query(orderQuery, {}, { traceparent, 'x-request-id': 'request-of-the-test' });
      sent = gateway.calls();
    });
    const operations = spans.filter(({ kind }) => kind === server);
    expect(operations).toHaveLength(1);
    const [operation] = operations as [ReceivedSpan];
    expect(operation).toMatchObject({ traceId: callerTrace, parentSpanId: callerSpan, name: 'query other' });
    expect(attributesOf(operation)).toMatchObject({
      'commercegraph.request_id': 'request-of-the-test',
      'commercegraph.outcome': 'ok',
      'graphql.operation.type': 'query',
    });
    const calls = spans.filter(({ kind }) => kind === client);
    expect(calls).toHaveLength(Object.values(sent).reduce((sum, count) => sum + count, 0));
    expect(spans).toHaveLength(calls.length + 1);
    for (const call of calls) {
      expect(call).toMatchObject({ traceId: callerTrace, parentSpanId: operation.spanId });
      expect(attributesOf(call)).toMatchObject({
        'http.request.method': 'GET',
        'http.response.status_code': expect.any(Number),
      });
    }
    expect(calls.map((call) => attributesOf(call)['commercegraph.provider'])).toContain('QUICKBUTIK');
  });

  it('show which call failed and why, and hold nothing of what was asked or answered', async () => {
    const spans = await spansOf(settings(), async (gateway) => {
      gateway.sandbox.providers.qpilot.faults.add({ fault: { kind: 'status', status: 500 } });
      await gateway.query('query chris_example { customer(by: { email: "chris@example.com" }) { name email } }');
    });
    const failures = spans.filter(({ kind, status }) => kind === client && status.code === failed);
    expect(failures.map((span) => attributesOf(span)['error.type'])).toContain('PROVIDER_UNAVAILABLE');
    expect(failures.map((span) => attributesOf(span)['http.response.status_code'])).toContain(500);
    expect(spans.find(({ kind }) => kind === server)?.status.code).toBe(failed);
    const everything = collector.requests.map(({ body }) => body).join('\n');
    expect(everything).not.toMatch(/chris|example\.com|http:|_test_|qb_|Sanna/);
  });

  it('are named by the environment', async () => {
    await spansOf({ ...settings(), OTEL_SERVICE_NAME: 'shop-north' }, (gateway) => gateway.query('{ __typename }'));
    const [sent] = collector.requests.map(({ body }) => JSON.parse(body) as ReceivedTraces);
    expect(attributesOf(sent?.resourceSpans[0]?.resource ?? { attributes: [] })['service.name']).toBe('shop-north');
  });

  it('are sent as protobuf unless told otherwise, to the path of OTLP', async () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` };
    {
      await using gateway = await startTestGateway({ env });
      await gateway.query('{ __typename }');
    }
    const [request] = collector.requests;
    expect(request).toMatchObject({ path: '/v1/traces', headers: { 'content-type': 'application/x-protobuf' } });
    expect(request?.body).toContain('query other');
  });

  it.each([
    [{}, false],
    [{ TRACE_PROVIDERS: '1' }, true],
  ])('tell providers of them with %j: %s', async (env, isTold) => {
    await spansOf({ ...settings(), ...env }, async (gateway) => {
      gateway.sandbox.clear();
      await gateway.query(orderQuery, {}, { traceparent });
      const given = gateway.sandbox.providers.quickbutik.requests.map(({ headers }) => headers['traceparent']);
      expect(given.length).toBeGreaterThan(0);
      for (const header of given) {
        if (isTold) expect(header).toMatch(new RegExp(`^00-${callerTrace}-(?!${callerSpan})[0-9a-f]{16}-01$`));
        else expect(header).toBeUndefined();
      }
    });
  });

  it('are not made of a request whose caller asks for none', async () => {
    const spans = await spansOf(settings(), (gateway) =>
      gateway.query(orderQuery, {}, { traceparent: traceparent.replace(/01$/, '00') }),
    );
    expect(spans).toEqual([]);
  });

  it('are off, and their library is not loaded, unless they are asked for', async () => {
    vi.resetModules();
    const load = vi.fn<() => void>();
    vi.doMock('../../src/observability/tracing/open-telemetry.js', () => {
      load();
      return { startTracing: () => Promise.reject(new Error('not wanted')) };
    });
    const { openWatch } = await import('../../src/open-watch.js');
    const { loadConfig } = await import('../../src/config/load-config.js');
    const log = createLog('silent');
    const off = [{}, { OTEL_TRACES_EXPORTER: 'none', ...settings() }, { OTEL_SDK_DISABLED: 'true', ...settings() }];
    for (const env of off) expect((await openWatch(loadConfig(env), log)).tracing).toBeNull();
    expect(load).not.toHaveBeenCalled();
    await expect(openWatch(loadConfig(settings()), log)).rejects.toThrow('not wanted');
    expect(load).toHaveBeenCalledOnce();
    vi.doUnmock('../../src/observability/tracing/open-telemetry.js');
  });

  it('do not keep a gateway from closing when the collector is away', async () => {
    const gateway = await startTestGateway({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' } });
    await gateway.query('{ __typename }');
    await gateway[Symbol.asyncDispose]();
    const told = gateway.logLines.filter((line) => line.includes('traces could not be sent'));
    expect(told).toHaveLength(1);
  });
});
