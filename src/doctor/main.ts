import { ConfigError, type GatewayConfig, loadConfig } from '../config/load-config.js';
import { examine } from './examine.js';
import { type Report, reportOf, toJson } from './report.js';
import { refusedSettings } from './settings-check.js';
import { toTable } from './table.js';

const usage = `Asks every provider that is set up one question, and looks at the settings, the clock, Redis and the disk.

  npm run doctor                      a table
  npm run --silent doctor -- --json   the same for programs

Ends with 0 when all is well, 1 when something has to be done, 2 when it could not run.
`;

const defaultColumns = 100;

process.exit(await run(process.argv.slice(2)));

async function run(args: readonly string[]): Promise<number> {
  const unknown = args.filter((arg) => arg !== '--json' && arg !== '--help');
  if (unknown.length > 0) {
    await print(process.stderr, `Not understood: ${unknown.join(' ')}\n\n${usage}`);
    return 2;
  }
  if (args.includes('--help')) {
    await print(process.stdout, usage);
    return 0;
  }
  try {
    const report = await diagnose();
    const text = args.includes('--json') ? toJson(report) : toTable(report, process.stdout.columns ?? defaultColumns);
    await print(process.stdout, text);
    return report.exitCode;
  } catch (error) {
    // Its message may quote anything.
    const { name, code } = error as NodeJS.ErrnoException;
    await print(process.stderr, `The doctor could not run: ${code ?? name}\n`);
    return 2;
  }
}

async function diagnose(): Promise<Report> {
  const given = load();
  if (given instanceof ConfigError) return reportOf([refusedSettings(given)], new Date());
  return given.mode === 'LIVE' ? reportOf(await examine(given), new Date()) : diagnoseSandbox(given);
}

function load(): GatewayConfig | ConfigError {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** As `npm start` does without credentials, the imitations stand in for the providers. */
async function diagnoseSandbox(given: GatewayConfig): Promise<Report> {
  const { startSandbox } = await import('../../sandbox/start-sandbox.js');
  const sandbox = await startSandbox(given.sandbox);
  try {
    const { SANDBOX: _, ...env } = process.env;
    const config: GatewayConfig = { ...loadConfig({ ...env, ...sandbox.env }), mode: 'SANDBOX' };
    return reportOf(await examine(config), new Date());
  } finally {
    await sandbox.close();
  }
}

/** Writes to the end: a pipe takes a long text in pieces, and the process ends right after. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}
