import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useContext, useState } from 'react';

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** Tells screen readers what changed without a click of theirs. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [sentence, setSentence] = useState('');
  return (
    <AnnounceContext value={setSentence}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {sentence}
      </VisuallyHidden>
    </AnnounceContext>
  );
}

export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}
