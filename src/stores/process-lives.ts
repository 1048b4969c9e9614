/** Whether a process of this machine lives. One of another user may not be signalled, and lives. */
export function processLives(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
