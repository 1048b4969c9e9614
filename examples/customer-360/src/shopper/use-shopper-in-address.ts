import { useCallback, useSyncExternalStore } from 'react';

const moved = 'shopper-in-address';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

/** Which shopper is shown stands in the page's address: it can be reloaded, sent to a colleague, and left by the Back button. */
export function useShopperInAddress(): {
  readonly email: string | null;
  readonly show: (email: string | null) => void;
} {
  const email = useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get('email'));
  const show = useCallback((next: string | null) => {
    const query = next === null ? '' : `?${new URLSearchParams({ email: next })}`;
    history.pushState(null, '', `${location.pathname}${query}`);
    window.dispatchEvent(new Event(moved));
  }, []);
  return { email: email === '' ? null : email, show };
}
