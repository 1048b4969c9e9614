/** The load generator as a process of its own: one message asks for a measurement, one gives its outcome. */
import autocannon from 'autocannon';
import type { LoadOutcome, LoadRequest } from './load.js';

process.on('message', (asked: LoadRequest) => {
  run(asked).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => process.send?.({ failure: String(error) }),
  );
});

async function run({ url, path, bodies, connections, amount, method = 'POST' }: LoadRequest): Promise<LoadOutcome> {
  const latencies: number[] = [];
  let asked = 0;
  const startedAt = performance.now();
  let endedAt = startedAt;
  const headers = { 'content-type': 'application/json' };
  const [only = ''] = bodies;
  const nextBody = (request: object) => {
    const body = bodies[asked % bodies.length] ?? only;
    asked += 1;
    return { ...request, body };
  };
  const varied = bodies.length > 1 ? { setupRequest: nextBody } : {};
  const request = { method, path, headers, ...(method === 'POST' && { body: only }), ...varied };
  const running = autocannon({ url, connections, amount, timeout: 180, requests: [request] });
  running.on('response', (_client, _status, _bytes, latencyMs) => {
    latencies.push(latencyMs);
    endedAt = performance.now();
  });
  const result = await running;
  latencies.sort((one, other) => one - other);
  return {
    requests: latencies.length,
    seconds: (endedAt - startedAt) / 1000,
    p50Ms: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p99Ms: latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * 0.99))] ?? 0,
    bytes: result.throughput.total,
    failures: result.errors + result.timeouts + result.non2xx,
  };
}
