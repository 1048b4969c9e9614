import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processLives } from './process-lives.js';

/** Where a sandbox keeps what was written, in the data folder. The sandbox forgets it when it ends, and so do its stores. */
interface SandboxPlace {
  readonly name: string;
  /** To be called when its stores are closed. */
  readonly forget: () => void;
}

/** Begins empty, since process ids are used again. What killed processes left is removed too. */
export function beginSandboxPlace(dataDir: string): SandboxPlace {
  const name = `sandbox-${process.pid}`;
  rmSync(join(dataDir, name), { recursive: true, force: true });
  for (const left of leftIn(dataDir)) remove(join(dataDir, left));
  return { name, forget: () => remove(join(dataDir, name)) };
}

/** The folders of sandboxes whose process no longer lives. */
function leftIn(dataDir: string): string[] {
  return namesIn(dataDir).filter((name) => {
    const pid = /^sandbox-(\d+)$/.exec(name)?.[1];
    return pid !== undefined && !processLives(Number(pid));
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What cannot be removed now takes room and does no harm: the next sandbox tries again. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}
