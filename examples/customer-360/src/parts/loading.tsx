import { Skeleton } from '@mantine/core';
import { useWords } from '../language/language-context.js';

/** The place of something that is on its way, so high in pixels. */
export function Loading({ height }: { readonly height: number }) {
  const { text } = useWords();
  return <Skeleton height={height} radius="md" role="progressbar" aria-label={text.loading} />;
}
