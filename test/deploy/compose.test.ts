import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/package-root.js';

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, object>>;
  readonly command?: readonly string[];
  readonly stop_grace_period?: string;
}

const path = join(packageRoot, 'deploy/compose.yaml');
const { services, volumes } = parse(readFileSync(path, 'utf8')) as {
  services: Readonly<Record<string, Service>>;
  volumes: object;
};
const all = Object.values(services);
const { gateway, redis } = services;

describe('deploy/compose.yaml', () => {
  it('builds the image from files that are there', () => {
    const context = join(dirname(path), gateway?.build?.context ?? '');
    expect(existsSync(join(context, gateway?.build?.dockerfile ?? 'none'))).toBe(true);
    expect(context.replace(/\/$/, '')).toBe(packageRoot);
  });

  it('uses volumes and services that it has', () => {
    const used = all.flatMap(({ volumes: own = [] }) => own.map((volume) => volume.split(':')[0]));
    expect(used.toSorted()).toEqual(Object.keys(volumes).toSorted());
    for (const name of all.flatMap(({ depends_on: needed = {} }) => Object.keys(needed)))
      expect(Object.keys(services)).toContain(name);
    expect(new URL(gateway?.environment?.['REDIS_URL'] ?? '').hostname).toBe('redis');
  });

  it('opens nothing beyond this machine', () => {
    expect(all.flatMap(({ ports = [] }) => ports).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('sets only variables that the gateway reads', () => {
    const example = readFileSync(join(packageRoot, '.env.example'), 'utf8');
    const set = Object.keys(gateway?.environment ?? {});
    expect(set).not.toEqual([]);
    for (const name of set) expect(example).toContain(`# ${name}=`);
  });

  it('has a Redis that forgets nothing', () => {
    expect(redis?.command?.join(' ')).toBe(
      'redis-server --appendonly yes --appendfsync always --maxmemory-policy noeviction',
    );
  });

  it('gives the gateway longer to end than it takes', () => {
    expect(Number.parseInt(gateway?.stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(30);
  });
});
