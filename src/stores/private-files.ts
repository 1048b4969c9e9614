import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the folder of a store, for its owner alone. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** Makes the files of a store. The engine would make them readable for everybody: they are made here, for their owner alone. */
export function makePrivateFiles(path: string): void {
  makePrivateFolder(dirname(path));
  for (const file of [path, `${path}-lock`]) {
    makeFile(file);
    chmodSync(file, 0o600);
  }
}

/** A file that is there is not opened: closing it would end the engine's locks on it, which are of the whole process. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
