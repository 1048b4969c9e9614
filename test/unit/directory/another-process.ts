import { fork } from 'node:child_process';
import { once } from 'node:events';

interface Told {
  readonly isReady?: true;
  readonly isDone?: true;
  readonly taken?: number;
  readonly told?: number;
}

/** What another process is to do with a directory; orders are taken in batch by batch, from id 0 on. */
export interface Task {
  readonly folder: string;
  readonly format: string;
  readonly orders?: number;
  readonly batchSize?: number;
}

/** Another process that has the directory open, until the test ends at the latest. */
export async function startAnotherProcess({ folder, format, orders = 0, batchSize = 1 }: Task) {
  const script = new URL('./directory-in-another-process.ts', import.meta.url);
  const child = fork(script, [folder, format, `${orders}`, `${batchSize}`], { execArgv: ['--import', 'tsx'] });
  const heard: Told[] = [];
  const isEnded = once(child, 'exit');
  const isEndedEarly = isEnded.then(([code, signal]) => {
    throw new Error(`the other process ended with ${code ?? signal}`);
  });
  // Every process ends; only one that is still waited for fails a test.
  isEndedEarly.catch(() => {});
  const listeners: (() => void)[] = [];
  child.on('message', (message: Told) => {
    heard.push(message);
    for (const listen of listeners) listen();
  });
  const until = (isEnough: (message: Told) => boolean) => {
    const isHeard = new Promise<void>((resolve) => {
      const listen = () => {
        if (heard.some(isEnough)) resolve();
      };
      listeners.push(listen);
      listen();
    });
    return Promise.race([isHeard, isEndedEarly]);
  };
  await until(({ isReady }) => isReady === true);
  return {
    takeIn: () => child.send('go'),
    untilTaken: (count: number) => until(({ taken = 0 }) => taken >= count),
    untilDone: () => until(({ isDone }) => isDone === true),
    /** How many orders it has taken in, and how many changes it was told of. */
    taken: () => Math.max(0, ...heard.map(({ taken = 0 }) => taken)),
    told: () => heard.reduce((sum, { told = 0 }) => sum + told, 0),
    async kill() {
      child.kill('SIGKILL');
      await isEnded;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await isEnded;
    },
  };
}
