import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ProviderKey } from '../datasources/providers.js';
import { decodeBody } from '../webhooks/payload.js';
import { isSecret } from '../webhooks/same-secret.js';
import type { WebhookIntake } from '../webhooks/webhook-intake.js';
import { webhookReaders } from '../webhooks/webhook-readers.js';
import { within } from '../within.js';

/** All of `/webhooks/{provider}/{secret}`. A wildcard, since a router cuts off or counts the letters of a parameter. */
export const webhookRoute = '/webhooks/*';

const maxBodyBytes = 256 * 1024;
/** Providers wait for seconds at the most, and take silence for failure. */
const longestWaitMs = 800;

/** Qapla' takes any other answer for a failure (public); the other providers look at the status alone. */
const done = { result: 'OK' };
const failed = { result: 'KO' };

/**
 * Calls of providers that something has changed. Nothing they say is believed: what they name is noted, to be read anew.
 *
 * @remarks Whoever has not the secret sees 404, as if nothing were here. With it a call that cannot be read, or is another
 * account's, answers like any other: the same call again would fare no better, and Qapla' switches a webhook off after a hundred
 * failures in a row. The log tells of it. Only what could not be noted is 503, so that it is sent again.
 */
export async function serveWebhooks(
  app: FastifyInstance,
  intake: WebhookIntake & { readonly log: Logger },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: maxBodyBytes }, (_, body, done) =>
      done(null, body),
    );
    // Before the body is read: strangers do not get to send one.
    scope.addHook('onRequest', async (request, reply) => {
      if (callerOf(request, intake) === null) await reply.code(404).send({ error: 'not found' });
    });
    scope.route({
      method: ['GET', 'POST'],
      url: webhookRoute,
      // HEAD would count as a call.
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const caller = callerOf(request, intake);
        const isTaken = caller !== null && (await take(caller, request, intake));
        return reply.code(isTaken ? 200 : 503).send(isTaken ? done : failed);
      },
    });
  });
}

/** The provider that an address is for, when it is set up and the address holds the secret; else null. */
function callerOf({ url }: FastifyRequest, { secret, accounts }: WebhookIntake): ProviderKey | null {
  const [, , word = '', ...rest] = (url.split('?')[0] ?? '').split('/');
  const given = decode(rest.join('/').replace(/\/$/, ''));
  const isKnown = secret !== null && isSecret(given, secret);
  const key = [...webhookReaders.keys()].find((candidate) => candidate === word);
  return isKnown && key !== undefined && accounts[key].isConfigured ? key : null;
}

/** Notes what a call names. False when that failed. */
async function take(
  key: ProviderKey,
  request: FastifyRequest,
  intake: WebhookIntake & { log: Logger },
): Promise<boolean> {
  const log = intake.log.child({ requestId: request.id, webhook: key });
  const body = typeof request.body === 'string' ? request.body : '';
  const query = request.url.split('?').slice(1).join('?');
  const call = { query: new URLSearchParams(query), body: decodeBody(body) };
  const reading = webhookReaders.get(key)?.read(call, intake.accounts[key]) ?? null;
  if (reading === null) {
    log.warn({ method: request.method, bytes: body.length }, 'webhook could not be read');
    return true;
  }
  const { refs, foreign } = reading;
  if (foreign > 0) log.warn({ foreign }, 'webhook of another account');
  log.info({ refs: refs.length }, 'webhook');
  if (refs.length === 0) return true;
  return noteInTime(() => intake.note(refs, digestOf([key, request.method, query, body])), log);
}

/** Waits for the note, but not for longer than a provider does: then it is still being written, and no failure. */
async function noteInTime(note: () => Promise<void>, log: Logger): Promise<boolean> {
  const noted = async () => {
    try {
      await note();
      return true;
    } catch (error) {
      log.error({ err: error }, 'webhook could not be noted');
      return false;
    }
  };
  return within(longestWaitMs, noted(), () => true);
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
