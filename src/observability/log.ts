import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The one logger. What is logged is chosen field by field where it is logged: names, codes, counts and times, never a value of
 * a request or an answer. An error is logged by its name and code alone, since its message or cause may quote a value.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: describeError },
  };
  return pino(options, destination);
}

/** What may be said of an error in a log. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : undefined, at: stackOf(error) };
}

/** The stack without its first line, which repeats the message. */
function stackOf({ stack }: Error): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .join('\n');
}
