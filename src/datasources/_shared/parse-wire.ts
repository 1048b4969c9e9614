import type { z } from 'zod';
import type { ProviderName } from '../../domain/provider.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { decodeJson } from '../../http/decode-json.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';

/**
 * The JSON of an answer.
 *
 * @throws UpstreamError PROVIDER_CONTRACT when the body is no JSON; a 4xx status without JSON is PROVIDER_REJECTED.
 */
export function readJson({ status, text }: UpstreamAnswer, provider: ProviderName): unknown {
  try {
    return decodeJson(text);
  } catch (cause) {
    const code = status >= 400 ? 'PROVIDER_REJECTED' : 'PROVIDER_CONTRACT';
    throw new UpstreamError(code, provider, { detail: `status ${status}, body is no JSON`, cause });
  }
}

/**
 * A decoded answer as the wire schema describes it.
 *
 * @throws UpstreamError PROVIDER_CONTRACT; the log gets the path of each misfit, never the value.
 */
export function parseWire<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  provider: ProviderName,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw contractError(parsed.error, provider);
}

/** PROVIDER_CONTRACT for an answer that misfits its schema: the path of each misfit, never the value. */
export function contractError({ issues }: z.ZodError, provider: ProviderName): UpstreamError {
  const misfits = issues.slice(0, 5).map(({ path, code }) => `${path.join('.') || '(whole)'}: ${code}`);
  return new UpstreamError('PROVIDER_CONTRACT', provider, { detail: misfits.join('; ') });
}
