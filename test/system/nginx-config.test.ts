import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mainConfig, shippedConfig } from './nginx.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commercegraph-nginx-t-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What nginx says of it; null when it is content. The certificate is made for the test, nothing else is changed. */
function complaintOf(config: string): string | null {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=shop-api.example.com', '-days', '1'];
  execFileSync('openssl', [...made, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const content = config
    .replace(/ssl_certificate [^;]*;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key [^;]*;/, `ssl_certificate_key ${key};`)
    .replace('/var/log/nginx', folder);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, mainConfig(folder, content));
  const { status, stderr } = spawnSync('nginx', ['-t', '-p', folder, '-c', file, '-e', join(folder, 'error.log')]);
  return status === 0 && !/warn/.test(String(stderr)) ? null : String(stderr);
}

describe('deploy/nginx/commercegraph.conf', () => {
  it('is what nginx takes, without a warning', () => {
    expect(complaintOf(shippedConfig)).toBeNull();
  });

  it('is looked at: a mistake in it is found', () => {
    expect(complaintOf(shippedConfig.replace('proxy_next_upstream_tries', 'proxy_next_upstream_trys'))).toContain(
      'trys',
    );
  });

  it('never sends a mutation to a second gateway', () => {
    const ofOperations = [...shippedConfig.matchAll(/^ {2}location = \/graphql\S* \{(.*?)^ {2}\}/gms)].map(
      ([text]) => text,
    );
    expect(ofOperations).toHaveLength(2);
    expect(ofOperations.join('')).not.toContain('proxy_next_upstream');
    expect(shippedConfig).toMatch(/^ {2}proxy_next_upstream error timeout;$/m);
  });
});
