import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const keptOld = 2;

/**
 * The newest of the directories that a data folder has had, counted from 1. Each has a folder of its own for ever: were one renamed while
 * another process opens it, the engine could take the data of one and the locks of the other.
 */
export function newestGeneration(folder: string): number {
  return Math.max(1, ...generationsIn(folder));
}

/** Where the file of a generation is. */
export function generationFile(folder: string, generation: number): string {
  return join(folder, generation === 1 ? 'directory' : `directory-${generation}`, 'directory.mdb');
}

/**
 * Begins the generation after one that cannot be used, and keeps the newest two of the old ones.
 *
 * @returns false when another process has begun it already
 */
export function beginNextGeneration(folder: string, old: number): boolean {
  const next = dirname(generationFile(folder, old + 1));
  if (mkdirSync(next, { recursive: true, mode: 0o700 }) === undefined) return false;
  for (const generation of generationsIn(folder).filter((found) => found <= old - keptOld)) {
    rmSync(dirname(generationFile(folder, generation)), { recursive: true, force: true });
  }
  return true;
}

function generationsIn(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).map((name) => /^directory(?:-([1-9]\d{0,8}))?$/.exec(name));
  return found.filter((match) => match !== null).map(([, generation = '1']) => Number(generation));
}
