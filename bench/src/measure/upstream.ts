import { fileURLToPath } from 'node:url';
import { freePort, type Started, startProcess } from './processes.js';

/** What the providers were asked since they were asked for it last. */
export interface Counts {
  readonly calls: Readonly<Record<string, number>>;
  /** Connections that were opened. */
  readonly sockets: number;
}

/** The providers of the bench. */
export class Upstream {
  readonly #process: Started;
  /** For example `http://127.0.0.1:4100`. */
  readonly url: string;

  private constructor(process: Started, url: string) {
    this.#process = process;
    this.url = url;
  }

  static async start(core: number | null, todayMs: number): Promise<Upstream> {
    const port = await freePort();
    const file = fileURLToPath(new URL('../upstream/main.js', import.meta.url));
    const argv = [process.execPath, file, String(port), String(todayMs)];
    const started = startProcess(argv, { core, hasChannel: true });
    await started.heard();
    return new Upstream(started, `http://127.0.0.1:${port}`);
  }

  /** The counts since the last call of this, which start anew. */
  async takeCounts(): Promise<Counts> {
    return (await (await fetch(`${this.url}/__counts`)).json()) as Counts;
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}

export function totalOf({ calls }: Counts): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
