import { createHash } from 'node:crypto';
import { defaultFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';

/** How a mutation ended, for whoever reads the log later. */
type Outcome = 'DONE' | 'PARTLY' | 'REFUSED' | 'FORBIDDEN' | 'UNKNOWN' | 'FAILED';

interface Ending {
  readonly outcome: Outcome;
  /** Codes of user errors or of the error; words may hold what the caller wrote. */
  readonly codes: readonly string[];
}

const shownDigits = 12;

/**
 * Has every mutation leave one line in the log, whatever the log's level: who, what, under which key, with which outcome. A key may be
 * made of anything: its digest stands for it.
 */
export function auditMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (parent, args, context: GatewayContext, info) => {
      const startedAt = performance.now();
      const note = (ending: Ending) => {
        const { caller, log } = context;
        const key = keyOf(args);
        const line = { audit: true, mutation: field.name, scope: caller.scope, caller: caller.id, key, ...ending };
        log
          .child({}, { level: log.level === 'silent' ? 'silent' : 'info' })
          .info({ ...line, durationMs: Math.round(performance.now() - startedAt) }, 'mutation');
      };
      try {
        const payload: unknown = await resolve(parent, args, context, info);
        note(endingOf(payload, codesBelow(info, context)));
        return payload;
      } catch (error) {
        note(failureOf(error));
        throw error;
      }
    };
  }
}

function keyOf(args: { readonly input?: { readonly idempotencyKey?: unknown } }): string | null {
  const key = args.input?.idempotencyKey;
  return typeof key === 'string' ? createHash('sha256').update(key).digest('hex').slice(0, shownDigits) : null;
}

/** Codes of what failed inside the payload: rows of which `errors` tells that they may or may not have been done. */
function codesBelow({ path: { key } }: GraphQLResolveInfo, { failures }: GatewayContext): readonly string[] {
  const errors = failures.entries.filter(({ path }) => path[0] === key).map(({ error }) => error);
  return errors.flatMap((error) => failureOf(error).codes);
}

/** By the user errors of the payload and of its rows. */
function endingOf(payload: unknown, below: readonly string[]): Ending {
  const { results } = payload as { readonly results?: unknown };
  const rows: readonly unknown[] = Array.isArray(results) ? results : [];
  const ofPayload = codesOf(payload);
  const ofRows = rows.map(codesOf);
  const codes = [...new Set([...ofPayload, ...ofRows.flat(), ...below])];
  if (codes.length === 0) return { outcome: 'DONE', codes };
  if (codes.includes('PROVIDER_OUTCOME_UNKNOWN')) return { outcome: 'UNKNOWN', codes };
  const isPartly = codes.includes('INTERRUPTED') || ofRows.some((row) => row.length === 0);
  return { outcome: isPartly ? 'PARTLY' : 'REFUSED', codes };
}

function codesOf(payload: unknown): readonly string[] {
  const { userErrors } = (payload ?? {}) as { readonly userErrors?: readonly { readonly code: string }[] };
  return (userErrors ?? []).map(({ code }) => code);
}

function failureOf(error: unknown): Ending {
  if (!(error instanceof UpstreamError || error instanceof RequestError)) {
    return { outcome: 'FAILED', codes: ['INTERNAL_SERVER_ERROR'] };
  }
  const { code } = error;
  const outcome =
    code === 'PROVIDER_OUTCOME_UNKNOWN'
      ? 'UNKNOWN'
      : code === 'FORBIDDEN' || code === 'UNAUTHENTICATED'
        ? 'FORBIDDEN'
        : 'FAILED';
  return { outcome, codes: [code] };
}
