import { collectDefaultMetrics, Registry } from 'prom-client';

/** How finely the event loop is looked at, in milliseconds. */
const eventLoopResolutionMs = 20;

let made: Registry | undefined;

/** The figures of Node and of the process: processor, memory, garbage, event loop. One for all gateways of a process. */
export function processMetrics(): Registry {
  if (made === undefined) {
    made = new Registry();
    collectDefaultMetrics({ register: made, eventLoopMonitoringPrecision: eventLoopResolutionMs });
  }
  return made;
}
