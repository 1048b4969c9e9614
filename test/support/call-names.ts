import type { Sandbox } from '../../sandbox/start-sandbox.js';

/** Segments of a path that name a thing and not a kind of things. */
const isId = /^(?:\d[\w.-]*|[0-9a-f-]{16,}|user[\w-]*)$/i;

/** A request without what it is about: `GET /orders?order_id`, so that equal questions about different things have one name. */
export function callName({ method, path, query }: { method: string; path: string; query: string }): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const shown = segments.map((segment) => (isId.test(segment) ? '{}' : segment)).join('/');
  const names = [...new Set(new URLSearchParams(query).keys())].filter((name) => !/key/i.test(name));
  return `${method} /${shown}${names.length === 0 ? '' : `?${names.join('&')}`}`;
}

/** How often each call was made, by provider and name. */
export function countCalls({ providers }: Sandbox): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name, { requests }] of Object.entries(providers)) {
    for (const request of requests) {
      const call = `${name} ${callName(request)}`;
      counts.set(call, (counts.get(call) ?? 0) + 1);
    }
  }
  return counts;
}
