import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config/load-config.js';
import { packageRoot } from '../../src/package-root.js';
import { startExamined } from './sandbox-config.js';

/** The command as an operator runs it. */
async function runDoctor(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/doctor/main.ts', ...args], {
    cwd: packageRoot,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exit) as [number | null];
  return { stdout, stderr, code };
}

describe('npm run doctor', () => {
  it('ends with 0 when all is well', async () => {
    await using world = await startExamined();
    const { stdout, stderr, code } = await runDoctor([], world.env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Qapla' +ok +The key is accepted\./m);
  });

  it('ends with 1 and says what to do when a key is wrong', async () => {
    await using world = await startExamined({ QAPLA_API_KEY: 'a_mistyped_key' });
    const { stdout, code } = await runDoctor([], world.env);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Qapla' +TO DO +Qapla' refused the credentials\./m);
    expect(stdout).toContain('→ Check QAPLA_API_KEY');
  });

  it('prints one JSON object and nothing else for programs', async () => {
    await using world = await startExamined();
    const { stdout, code } = await runDoctor(['--json'], world.env);
    const report = JSON.parse(stdout) as { version: number; exitCode: number; checks: { id: string }[] };
    expect(report).toMatchObject({ version: 1, exitCode: code });
    expect(report.checks.map(({ id }) => id)).toContain('provider.QPILOT');
  });

  it('says of settings what the start says of them', async () => {
    const env = { QARD_API_KEY: 'qd_test_key', QARD_TIMEOUT_MS: 'abc', API_KEYS: 'short', QAPLA_APIKEY: 'qp' };
    const problems = () => {
      try {
        loadConfig(env);
      } catch (error) {
        if (error instanceof ConfigError) return error.problems;
      }
      return [];
    };
    const { stdout, code } = await runDoctor(['--json'], env);
    const { checks } = JSON.parse(stdout) as { checks: object[] };
    expect(code).toBe(1);
    expect(problems()).toHaveLength(4);
    expect(checks).toEqual([expect.objectContaining({ id: 'settings', state: 'TO_DO', todo: problems() })]);
  });

  it('asks the imitations where nothing is set, and says so', async () => {
    const { stdout, code } = await runDoctor([], { SANDBOX_SIZE: '40' });
    expect(code).toBe(0);
    expect(stdout).toContain('the built-in imitations were asked');
  });

  it('ends with 2 when it does not understand', async () => {
    const { stdout, stderr, code } = await runDoctor(['--jsn'], {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Not understood: --jsn');
  });
});
