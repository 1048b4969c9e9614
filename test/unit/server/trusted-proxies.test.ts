import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { addressOf, trustIn } from '../../../src/server/trusted-proxies.js';

function requestFrom(remoteAddress: string | undefined, forwardedFor: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  return Object.assign(new IncomingMessage(socket), { headers: { 'x-forwarded-for': forwardedFor } });
}

it.each([
  {
    title: 'of the socket when no proxy is trusted',
    proxies: [],
    from: '10.0.0.1',
    names: '203.0.113.1',
    is: '10.0.0.1',
  },
  {
    title: 'of the socket when that is no proxy',
    proxies: ['10.0.0.2'],
    from: '10.0.0.1',
    names: '203.0.113.1',
    is: '10.0.0.1',
  },
  {
    title: 'that a trusted proxy names',
    proxies: ['10.0.0.1'],
    from: '10.0.0.1',
    names: '203.0.113.1',
    is: '203.0.113.1',
  },
  {
    title: 'before the first trusted proxy of several',
    proxies: ['10.0.0.0/8'],
    from: '10.0.0.1',
    names: '203.0.113.9, 203.0.113.1, 10.2.3.4',
    is: '203.0.113.1',
  },
  {
    title: 'nobody has once the connection is broken',
    proxies: ['10.0.0.1'],
    from: undefined,
    names: '203.0.113.1',
    is: '',
  },
])('the address of a request is the one $title', ({ proxies, from, names, is }) => {
  expect(addressOf(requestFrom(from, names), trustIn(proxies))).toBe(is);
});
