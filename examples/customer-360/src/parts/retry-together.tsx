import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Problem } from '../graph/problems.js';

interface Waiting {
  readonly provider: Problem['provider'];
  readonly retry: () => void;
}

const WaitingContext = createContext<Set<{ readonly current: Waiting }>>(new Set());

/** Lets notices about one provider be retried together: whoever asks it again in one part of the page means the others as well. */
export function RetryTogether({ children }: { readonly children: ReactNode }) {
  const [waiting] = useState(() => new Set<{ readonly current: Waiting }>());
  return <WaitingContext value={waiting}>{children}</WaitingContext>;
}

/** @returns Asks again in every part of the page that misses the same provider. */
export function useRetryTogether({ provider, retry }: Waiting): () => void {
  const waiting = useContext(WaitingContext);
  const own = useRef<Waiting>({ provider, retry });
  useEffect(() => {
    own.current = { provider, retry };
  });
  useEffect(() => {
    waiting.add(own);
    return () => void waiting.delete(own);
  }, [waiting]);
  return useCallback(() => {
    const same = [...waiting].map(({ current }) => current).filter((other) => other.provider === provider);
    // Parts that read by the same operation give the same function: it is called once.
    for (const each of new Set(same.map((other) => other.retry))) each();
  }, [waiting, provider]);
}
