import type { GatewayConfig } from '../config/load-config.js';
import { definitions, type ProviderKey, Providers, providerKeys } from '../datasources/providers.js';
import type { AnswerHead } from '../http/upstream-request.js';
import { createLog } from '../observability/log.js';
import { within } from '../within.js';
import { type Check, checkOf } from './check.js';
import { checkClock } from './clock-check.js';
import { checkDisk } from './disk-check.js';
import { checkProvider, type ProviderQuestion } from './provider-check.js';
import { checkRedis } from './redis-check.js';
import { secretsOf, withoutSecrets } from './report.js';
import { checkSettings } from './settings-check.js';

/** However long operations may take, nobody waits longer for a doctor. */
const longestMs = 15_000;
const disk = { id: 'disk', title: 'Disk' };
const redis = { id: 'redis', title: 'Redis' };

/** Asks everything at once; each answer has as long as an operation of the gateway, fifteen seconds at the most. */
export async function examine(config: GatewayConfig): Promise<readonly Check[]> {
  // Its lines would stand in the middle of the table.
  const log = createLog('silent');
  const questionMs = Math.min(config.requestTimeoutMs, longestMs);
  const providers = new Providers(config.providers, { log, cache: { maxBytes: 0, keepsRecords: false } });
  const heads = new Map<string, AnswerHead[]>();
  const question: ProviderQuestion = {
    providers,
    config,
    longestMs: questionMs,
    log,
    onHead: (key, head) => noteHead(heads, key, head),
  };
  const late = (check: Pick<Check, 'id' | 'title'>, todo: string) => () =>
    checkOf({ ...check, found: `No answer within ${questionMs / 1000} s.`, todo: [todo] });
  const [asked, redisCheck, diskCheck] = await Promise.all([
    Promise.all(providerKeys.map((key) => checkProvider(key, question))),
    within(questionMs, checkRedis(config.redisUrl, log), late(redis, 'Check REDIS_URL and the network.')),
    within(questionMs, checkDisk(config), late(disk, 'Check the disk under DATA_DIR.')),
  ]);
  // Calls that were given up end with their connections; nobody waits for them.
  void providers.close();
  const checks = [checkSettings(config), ...asked, checkClock(heads), redisCheck, diskCheck];
  return withoutSecrets(checks, secretsOf(config));
}

function noteHead(heads: Map<string, AnswerHead[]>, key: ProviderKey, head: AnswerHead): void {
  const { title } = definitions[key];
  heads.set(title, [...(heads.get(title) ?? []), head]);
}
