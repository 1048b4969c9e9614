import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the place of those who use the keyboard: when the element goes away with the focus in it, the region around it has the focus,
 * not the top of the page.
 */
export function useFocusHandover<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const ref = useRef<Kind>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    // A button that is disabled while it works has lost the focus by then, and no other element has got it.
    let isLast = element.contains(document.activeElement);
    const note = ({ target }: FocusEvent) => {
      isLast = target instanceof Node && element.contains(target);
    };
    document.addEventListener('focusin', note);
    return () => {
      document.removeEventListener('focusin', note);
      const isNowhere = document.activeElement === document.body || element.contains(document.activeElement);
      if (isLast && isNowhere) element.closest<HTMLElement>('section[tabindex]')?.focus({ preventScroll: true });
    };
  }, []);
  return ref;
}
