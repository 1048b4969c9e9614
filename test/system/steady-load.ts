import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { triedHeader } from './nginx.js';

/** One request of the load, as its caller saw it. */
export interface LoadAnswer {
  readonly method: 'GET' | 'POST';
  /** By the clock of the test, in milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Null when the connection broke. */
  readonly status: number | null;
  /** Whether it is the answer that was asked for, without errors. */
  readonly isGood: boolean;
  /** The gateways that nginx tried. */
  readonly tried: readonly string[];
  readonly text: string;
}

/** On a machine that has other things to do, fewer are asked in a second: what is tried here is not how much can be carried. */
const mostUnderWay = 15;

/** Asks so many times a second until it is ended, whatever comes back. Every fourth request is a GET. */
export function startLoad(url: string, { rate, query }: { rate: number; query: (index: number) => string }) {
  const agent = new Agent({ connections: null, pipelining: 1 });
  const answers: LoadAnswer[] = [];
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();
  const startedAt = performance.now();
  const keep = async (asked: Asked) => {
    answers.push(await ask(asked));
  };
  const running = (async () => {
    for (let sent = 0; !ending.signal.aborted; ) {
      const due = Math.floor(((performance.now() - startedAt) * rate) / 1000);
      for (; sent < due; sent += 1) {
        if (underWay.size >= mostUnderWay) continue;
        const one = keep({ url, agent, query: query(sent), method: sent % 4 === 0 ? 'GET' : 'POST' });
        underWay.add(one);
        void one.finally(() => underWay.delete(one));
      }
      await wait(5);
    }
  })();
  return {
    answers,
    /** Goes on for so long. */
    during: (ms: number) => wait(ms),
    /** How many were asked and have no answer yet. */
    underWay: () => underWay.size,
    end: async () => {
      ending.abort();
      await running;
      await Promise.all(underWay);
      await agent.close();
      return answers;
    },
  };
}

interface Asked {
  readonly url: string;
  readonly agent: Agent;
  readonly query: string;
  readonly method: 'GET' | 'POST';
}

async function ask({ url, agent, query, method }: Asked): Promise<LoadAnswer> {
  const startedAt = performance.now();
  const seen = { method, startedAt };
  try {
    const { statusCode, headers, body } = await (method === 'GET'
      ? request(`${url}/graphql?query=${encodeURIComponent(query)}`, {
          dispatcher: agent,
          headers: { 'apollo-require-preflight': '1' },
        })
      : request(`${url}/graphql`, {
          dispatcher: agent,
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        }));
    const text = await body.text();
    const isGood = statusCode === 200 && text.startsWith('{"data":') && !text.includes('"errors"');
    const tried = String(headers[triedHeader] ?? '').split(', ');
    return { ...seen, endedAt: performance.now(), status: statusCode, isGood, tried, text };
  } catch (error) {
    return { ...seen, endedAt: performance.now(), status: null, isGood: false, tried: [], text: String(error) };
  }
}
