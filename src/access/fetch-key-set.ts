import type { FetchImplementation } from 'jose';

/** Far more than the keys of any issuer take. */
const largestKeySet = 512 * 1024;
/** How long an issuer that has just failed is left alone. Callers are told to come back later than that. */
const restMs = 2000;

/**
 * Fetches key sets for `jose`, which by itself reads an answer of any size and asks an issuer that fails with each token anew. What has
 * failed fails again without being asked for a while.
 */
export function createKeySetFetch(): FetchImplementation {
  let failure: { readonly error: unknown; readonly at: number } | null = null;
  return async (url, options) => {
    if (failure !== null && Date.now() - failure.at < restMs) throw failure.error;
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`The issuer's key set has the status ${response.status}.`);
      const text = await readBounded(response);
      if (!isKeySet(JSON.parse(text))) throw new Error("The issuer's key set is none.");
      failure = null;
      return new Response(text);
    } catch (error) {
      failure = { error, at: Date.now() };
      throw error;
    }
  };
}

async function readBounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels what is left of the body.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largestKeySet) throw new Error("The issuer's key set is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isKeySet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
}
