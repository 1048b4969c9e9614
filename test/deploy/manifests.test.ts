import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Service } from 'kubernetes-models/v1/Service';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createLog } from '../../src/observability/log.js';
import { packageRoot } from '../../src/package-root.js';
import { startGateway } from '../../src/start-gateway.js';
import { startExamined } from '../doctor/sandbox-config.js';

const folder = join(packageRoot, 'deploy/kubernetes');
const kinds = { Deployment, PodDisruptionBudget, ConfigMap, Service };
const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
const files = readdirSync(folder);
const variables = new Set(
  [...readFileSync(join(packageRoot, '.env.example'), 'utf8').matchAll(/^# ([A-Z][A-Z0-9_]*)=/gm)].map(
    ([, name]) => name,
  ),
);

const deployment = new Deployment(read('deployment.yaml') as ConstructorParameters<typeof Deployment>[0]);
const budget = new PodDisruptionBudget(
  read('disruption-budget.yaml') as ConstructorParameters<typeof PodDisruptionBudget>[0],
);
const service = new Service(read('service.yaml') as ConstructorParameters<typeof Service>[0]);
const config = new ConfigMap(read('config.yaml') as ConstructorParameters<typeof ConfigMap>[0]);
const pod = deployment.spec?.template;
const container = pod?.spec?.containers[0];

describe('deploy/kubernetes', () => {
  it.each(files)('%s fits the schema of its kind', (file) => {
    const manifest = read(file) as { kind: keyof typeof kinds };
    const Kind = kinds[manifest.kind] as new (data: unknown) => { validate: () => void };
    expect(() => new Kind(manifest).validate()).not.toThrow();
  });

  it('would notice a misspelled field', () => {
    const { spec } = read('deployment.yaml') as { spec: object };
    const broken = { ...deployment.toJSON(), spec: { ...spec, replicas: 'three' } } as unknown;
    expect(() => new Deployment(broken as ConstructorParameters<typeof Deployment>[0]).validate()).toThrow(/replicas/);
  });

  it('has no secret in it: they come by reference', () => {
    expect(files.map((file) => (read(file) as { kind: string }).kind)).not.toContain('Secret');
    expect(container?.env).toBeUndefined();
    expect(container?.envFrom).toEqual([
      { configMapRef: { name: config.metadata?.name } },
      { secretRef: { name: 'commercegraph' } },
    ]);
    expect(Object.keys(config.data ?? {}).filter((name) => !variables.has(name))).toEqual([]);
    expect(Object.keys(config.data ?? {}).filter((name) => /KEY|SECRET|PASSWORD|URL/.test(name))).toEqual([]);
  });

  it('finds its pods by the labels they have', () => {
    const labels = pod?.metadata?.labels;
    expect(deployment.spec?.selector.matchLabels).toEqual(labels);
    expect(service.spec?.selector).toEqual(labels);
    expect(budget.spec?.selector?.matchLabels).toEqual(labels);
    expect(service.spec?.ports?.[0]?.targetPort).toBe(container?.ports?.[0]?.name);
  });

  it('keeps two of three replicas when nodes are emptied, and all of them in a roll-out', () => {
    expect(deployment.spec?.replicas).toBe(3);
    expect(budget.spec?.maxUnavailable).toBe(1);
    expect(deployment.spec?.strategy?.rollingUpdate?.maxUnavailable).toBe(0);
  });

  it('gives a pod longer to end than the gateway takes', () => {
    const source = readFileSync(join(packageRoot, 'src/server/create-server.ts'), 'utf8');
    const drainMs = Number(/longestDrainMs = ([\d_]+)/.exec(source)?.[1]?.replaceAll('_', ''));
    const pauseS = Number(container?.lifecycle?.preStop?.exec?.command?.[1]);
    expect(pod?.spec?.terminationGracePeriodSeconds).toBeGreaterThan(drainMs / 1000 + pauseS + 5);
  });

  it('runs without root, rights and a file system that can be written to', () => {
    expect(pod?.spec?.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('asks for addresses that the gateway answers', async () => {
    await using world = await startExamined({ DIRECTORY: '0', PORT: '0' });
    const gateway = await startGateway(world.config, createLog('silent'));
    const probes = [container?.startupProbe, container?.livenessProbe, container?.readinessProbe];
    const statuses = await Promise.all(
      probes.map(async (probe) => (await fetch(`${gateway.url}${probe?.httpGet?.path}`)).status),
    );
    await gateway.close();
    expect(statuses).toEqual([200, 200, 200]);
  });
});
