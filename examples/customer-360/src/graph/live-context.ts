import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveConnection, LiveState } from './live-connection.js';

const LiveConnectionContext = createContext<LiveConnection | null>(null);

export const LiveConnectionProvider = LiveConnectionContext;

/** Whether changes arrive at the moment. */
export function useLiveState(): LiveState {
  const live = useContext(LiveConnectionContext);
  if (live === null) throw new Error('useLiveState needs a LiveConnectionProvider above it');
  return useSyncExternalStore(live.subscribe, live.current);
}
