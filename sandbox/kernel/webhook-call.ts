/** A call that a provider makes when something happened. */
export interface Webhook {
  /** What happened, in the provider's word. */
  event: string;
  /** The record it happened to. */
  id: string;
  method: 'GET' | 'POST';
  /** Put behind the address. */
  query?: Record<string, string>;
  contentType?: string;
  body?: string;
}

/** How long an answer may take; Quickbutik's document gives 10 seconds, for the others it is assumed. */
const TIMEOUT_MS = 10_000;

/** Makes the call and gives what was answered, or in a word why there was no answer. */
export async function callOut(
  webhook: Webhook,
  { target, userAgent, abort }: { target: string; userAgent: string | undefined; abort: AbortController },
): Promise<{ status: number; body: string } | string> {
  const url = new URL(target);
  for (const [name, value] of Object.entries(webhook.query ?? {})) url.searchParams.append(name, value);
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: webhook.method,
      headers: {
        ...(webhook.contentType === undefined ? {} : { 'content-type': webhook.contentType }),
        ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
      },
      ...(webhook.body === undefined ? {} : { body: webhook.body }),
      redirect: 'manual',
      signal: abort.signal,
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return abort.signal.aborted ? 'timeout' : reasonOf(error);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
}
