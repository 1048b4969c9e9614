import { UpstreamError } from '../../errors/upstream-error.js';
import { abilityOf } from '../_shared/ability-of.js';
import type { ProbeFindings } from '../_shared/probe.js';
import { createAuthorizedSend, logInMerchant, type QPilotParts } from './auth.js';
import { createCalls, type QPilotCalls } from './calls.js';

const firstRow = { page: 1, pageSize: 1 };

/**
 * The merchant's login (guide, step 1), then one product of the site (public: the list; it names no person). A login alone does not
 * show whether the account may use the site.
 *
 * @throws UpstreamError when the login fails, or the site does for another reason than a refusal.
 */
export async function probeQPilot(parts: QPilotParts): Promise<ProbeFindings> {
  const token = await logInMerchant(parts);
  const calls = createCalls(
    parts,
    createAuthorizedSend(parts, async () => token),
  );
  try {
    const { rows } = await calls.listProducts(firstRow);
    const [product] = rows;
    const productId = product?.externalId ?? product?.id;
    return {
      says: 'The login is accepted and the site can be read.',
      todo: [],
      notes: [],
      abilities: await readAbilities(calls, productId ?? null),
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return {
      says: 'The login is accepted, but the site is refused.',
      todo: ['Check QPILOT_SITE_ID, and that the account of QPILOT_EMAIL may use that site.'],
      notes: [],
      abilities: {},
    };
  }
}

/** What not every account offers (public): summaries of many products in one call, and the runs of a subscription. */
async function readAbilities(calls: QPilotCalls, productId: string | null): Promise<ProbeFindings['abilities']> {
  const [productSummaries, processingCycles] = await Promise.all([
    abilityOf(async () => (productId === null ? null : (await calls.getProductSummaries([productId])) !== null)),
    abilityOf(async () => {
      const { rows } = await calls.listScheduledOrders({ ...firstRow, statusNames: [] });
      const id = rows[0]?.id;
      return id === undefined || id === null ? null : (await calls.listCycles(id)) !== null;
    }),
  ]);
  return { productSummaries, processingCycles };
}

/** 401, 403 and whatever else says that this account has no such site. */
function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamError && (error.code === 'PROVIDER_AUTH' || error.code === 'PROVIDER_REJECTED');
}
