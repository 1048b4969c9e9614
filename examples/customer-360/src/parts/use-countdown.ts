import { useEffect, useState } from 'react';

/** How many whole seconds are left of a time that begins now; 0 when there is nothing to wait for. */
export function useCountdown(milliseconds: number | null): number {
  const [left, setLeft] = useState(() => Math.ceil((milliseconds ?? 0) / 1000));
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
