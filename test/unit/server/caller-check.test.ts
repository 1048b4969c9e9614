import { describe, expect, it } from 'vitest';
import { isForLoopback, isFromAllowedOrigin } from '../../../src/server/subscriptions/caller-check.js';

describe('a caller of a connection that stays open', () => {
  it('may be a program, an allowed page or a page of the gateway itself', () => {
    const origins = ['https://shop.example.com'];
    const host = '127.0.0.1:4000';
    expect(isFromAllowedOrigin({ host }, origins)).toBe(true);
    expect(isFromAllowedOrigin({ host, origin: 'https://shop.example.com' }, origins)).toBe(true);
    expect(isFromAllowedOrigin({ host, origin: 'http://127.0.0.1:4000' }, origins)).toBe(true);
    for (const origin of ['http://127.0.0.1:5173', 'https://other.example.com', 'null', '']) {
      expect([origin, isFromAllowedOrigin({ host, origin }, origins)]).toEqual([origin, false]);
    }
  });

  it('must address this machine by a loopback name', () => {
    for (const host of ['localhost:4000', '127.0.0.1', '[::1]:4000']) expect(isForLoopback({ host })).toBe(true);
    for (const host of ['rebound.example.com', '127.0.0.1.example.com', '', 'localhost@example.com:1']) {
      expect([host, isForLoopback({ host })]).toEqual([host, false]);
    }
    expect(isForLoopback({})).toBe(false);
  });
});
