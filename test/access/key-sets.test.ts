import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportSPKI } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestGateway } from '../support/gateway.js';
import {
  audience,
  bearer,
  inSeconds,
  issuer,
  keySet,
  newKey,
  noLimits,
  signedBy,
  startIssuer,
  tokenOf,
} from './support/credentials.js';
import { init, talk } from './support/sockets.js';

const merchant = { scope: 'merchant' };
const first = newKey('first');
const rsa = newKey('rsa', 'rsa');
const later = newKey('later');

async function startTrusting(url: string, env: Record<string, string> = {}) {
  const gateway = await startTestGateway({
    env: { ...noLimits, AUTH_JWKS_URL: url, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, ...env },
    sandbox: { orders: 10 },
  });
  const show = async (token: string) => (await gateway.query('{ __typename }', {}, bearer(token))).status;
  return { gateway, show, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

afterEach(() => {
  vi.useRealTimers();
});

/** Moves the clock that keys are kept by; timers go on by the real one. */
function passSeconds(seconds: number): void {
  const now = Date.now() + seconds * 1000;
  vi.useFakeTimers({ toFake: ['Date'], now });
}

describe('tokens by an issuer’s keys', () => {
  it('hold when they are signed with a key of the set, and by no trick with its public part', async () => {
    await using issuing = await startIssuer([first, rsa]);
    await using trusting = await startTrusting(issuing.url);
    const { show } = trusting;
    expect(await show(await signedBy(first, merchant))).toBe(200);
    expect(await show(await signedBy(rsa, merchant, 'RS256'))).toBe(200);
    expect(await show(await signedBy(rsa, merchant, 'PS256'))).toBe(200);
    const pem = await exportSPKI(
      await crypto.subtle.importKey(
        'spki',
        rsa.publicKey.export({ type: 'spki', format: 'der' }),
        { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
        true,
        ['verify'],
      ),
    );
    const jwk = JSON.stringify((keySet([rsa]) as { keys: object[] }).keys[0]);
    const other = newKey('rsa', 'rsa');
    const header = (extra: object) =>
      Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'rsa', ...extra })).toString('base64url');
    const withHeader = async (extra: object) => {
      const [, body, signature] = (await signedBy(other, merchant, 'RS256')).split('.');
      return `${header(extra)}.${body}.${signature}`;
    };
    const tricks = {
      'HS256 signed with the public key as PEM': await tokenOf(merchant, { secret: pem }),
      'HS256 signed with the public key, PEM with its last line end': await tokenOf(merchant, { secret: `${pem}\n` }),
      'HS256 signed with the public key as JWK': await tokenOf(merchant, { secret: jwk }),
      'RS512, which is not on the list': await signedBy(rsa, merchant, 'RS512'),
      'another key under the same name': await signedBy(other, merchant, 'RS256'),
      'a key in the token itself': await withHeader({ jwk: (keySet([other]) as { keys: object[] }).keys[0] }),
      'an address of keys in the token': await withHeader({ jku: issuing.url, x5u: issuing.url }),
      'an unknown critical part': await withHeader({ crit: ['exp'], exp: 1 }),
      'a name that is a path': await signedBy({ ...first, kid: '../../dev/null' }, merchant),
      'no name where there are two': await signedBy({ ...first, kid: '' }, merchant),
      'an end that has passed': await signedBy(first, { ...merchant, exp: inSeconds(-60) }),
    };
    const statuses = Object.fromEntries(
      await Promise.all(Object.entries(tricks).map(async ([name, token]) => [name, await show(token)])),
    );
    expect(statuses).toEqual(Object.fromEntries(Object.keys(tricks).map((name) => [name, 401])));
  });

  it('hold with a new key once it may be asked for, and no more with one that was withdrawn', async () => {
    await using issuing = await startIssuer([first]);
    await using trusting = await startTrusting(issuing.url);
    const { show } = trusting;
    const [old, fresh] = [
      await signedBy(first, { ...merchant, exp: inSeconds(7200) }),
      await signedBy(later, { ...merchant, exp: inSeconds(7200) }),
    ];
    expect([await show(old), await show(fresh)]).toEqual([200, 401]);
    issuing.publish([first, later]);
    passSeconds(31);
    expect([await show(fresh), await show(old)]).toEqual([200, 200]);
    expect(issuing.asked()).toBe(2);
    issuing.publish([later]);
    passSeconds(601);
    expect([await show(old), await show(fresh)]).toEqual([401, 200]);
    expect(issuing.asked()).toBe(3);
  });

  it('with names that nobody knows do not have the issuer asked more than twice', async () => {
    await using issuing = await startIssuer([first]);
    await using trusting = await startTrusting(issuing.url);
    const flood = (count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, index) =>
          trusting.show(await signedBy({ ...first, kid: `kid-${index}` }, merchant)),
        ),
      );
    expect(new Set([...(await flood(100)), ...(await flood(100))])).toEqual(new Set([401]));
    expect(await trusting.show(await signedBy(first, merchant))).toBe(200);
    expect(issuing.asked()).toBeLessThanOrEqual(2);
  });
});

describe('an issuer that cannot be read', () => {
  const told = async (
    headers: Promise<Record<string, string>>,
    { gateway }: Awaited<ReturnType<typeof startTrusting>>,
  ) => {
    const answer = await gateway.query('{ __typename }', {}, await headers);
    return [
      answer.status,
      answer.errors?.[0]?.extensions['code'],
      answer.errors?.[0]?.extensions['retryable'],
      answer.headers.get('retry-after'),
    ];
  };
  const unavailable = [503, 'UNAUTHENTICATED', true, '5'];
  const token = signedBy(first, merchant).then(bearer);

  /** Begun first, since it takes its time: two issuers that are slow, and what is told of them. */
  const slow = async () => {
    await using silent = await startIssuer([first]);
    await using dripping = await startIssuer([first]);
    silent.answerWith(() => {});
    dripping.answerWith((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(drip));
    });
    await using one = await startTrusting(silent.url);
    await using other = await startTrusting(dripping.url);
    const startedAt = performance.now();
    const answers = await Promise.all([told(token, one), told(token, other)]);
    return { answers, tookMs: performance.now() - startedAt };
  };
  let slowly: ReturnType<typeof slow>;
  beforeAll(() => {
    slowly = slow();
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['answers with a failure', (response) => response.writeHead(500).end('{"keys":[]}')],
    ['answers with a page', (response) => response.end('<!doctype html>')],
    ['answers with JSON that is no key set', (response) => response.end('{"keys":"none"}')],
    ['cuts the connection', (response) => response.destroy()],
    [
      'cuts its answer',
      (response) => response.writeHead(200, { 'content-length': '1000' }).write('{"keys":[', () => response.destroy()),
    ],
  ])('that %s is told as passing, and left alone for two seconds', async (_, answer) => {
    await using issuing = await startIssuer([first]);
    issuing.answerWith((_, response) => answer(response));
    await using trusting = await startTrusting(issuing.url);
    for (let round = 0; round < 20; round += 1) expect(await told(token, trusting)).toEqual(unavailable);
    expect(issuing.asked()).toBe(1);
    issuing.publish([first]);
    passSeconds(3);
    expect(await trusting.show(await signedBy(first, merchant))).toBe(200);
  });

  it('is not followed to another origin', async () => {
    await using issuing = await startIssuer([first]);
    await using other = await startIssuer([first]);
    issuing.answerWith((_, response) => response.writeHead(302, { location: other.url }).end());
    await using trusting = await startTrusting(issuing.url);
    expect(await told(token, trusting)).toEqual(unavailable);
    expect([issuing.asked(), other.asked()]).toEqual([1, 0]);
  });

  it('fills no memory with a key set without end', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const server = createServer((_, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await using trusting = await startTrusting(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const before = process.memoryUsage().rss;
    expect(await told(token, trusting)).toEqual(unavailable);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
    server.closeAllConnections();
    server.close();
  });

  it('keeps nobody waiting longer than five seconds, even one that sends byte after byte', async () => {
    const { answers, tookMs } = await slowly;
    expect(answers).toEqual([unavailable, unavailable]);
    expect(tookMs).toBeLessThan(6500);
  });

  it('closes sockets with the reason, so that clients come back', async () => {
    await using issuing = await startIssuer([first]);
    issuing.answerWith((_, response) => response.writeHead(500).end());
    await using trusting = await startTrusting(issuing.url);
    const { end } = await talk(trusting.gateway.url, [init(await token)]);
    expect(end).toEqual([4403, "The issuer's keys cannot be read at the moment."]);
  });
});
