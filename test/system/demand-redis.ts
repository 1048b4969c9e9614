import { spawnSync } from 'node:child_process';

/** Before all tests: without Redis nothing here can be tested, and nothing may pass for tested. */
export default function demandRedis(): void {
  if (spawnSync('redis-server', ['--version']).status === 0) return;
  process.stderr.write('redis-server is missing: apt-get install redis-server\n');
  process.exit(1);
}
