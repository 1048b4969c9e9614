import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';

/**
 * The one logger. What is logged is chosen field by field where it is logged: names, codes, counts and times, never a value of
 * a request or an answer. An error is logged by its name and code alone, since its message or cause may quote a value.
 */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 1, sync: false }),
): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: describeError },
    hooks: { logMethod: nameErrors },
  };
  return pino(options, destination);
}

/** Gives a line that has an error and no text a text: pino would take the error's message. */
function nameErrors(this: Logger, given: Parameters<LogFn>, log: LogFn): void {
  const [first, text, ...rest] = given as [unknown, unknown, ...unknown[]];
  const fields = first instanceof Error ? { err: first } : first;
  const hasError = typeof fields === 'object' && fields !== null && 'err' in fields;
  log.apply(this, (hasError ? [fields, text ?? 'error', ...rest] : given) as Parameters<LogFn>);
}

/** What may be said of an error in a log. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : undefined, at: stackOf(error) };
}

/** The stack behind the message, which may have lines that look like the stack's. */
function stackOf({ stack = '', message }: Error): string | undefined {
  const start = stack.indexOf(message);
  // A message that was changed later stands in the stack in its old form, which cannot be told from the rest.
  if (start === -1) return undefined;
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .join('\n');
}
