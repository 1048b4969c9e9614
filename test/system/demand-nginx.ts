import { spawnSync } from 'node:child_process';

/** Before all tests: without nginx several gateways cannot be tested as one, and nothing may pass for tested. */
export default function demandNginx(): void {
  if (spawnSync('nginx', ['-v']).status === 0) return;
  process.stderr.write('nginx is missing: apt-get install nginx-light\n');
  process.exit(1);
}
