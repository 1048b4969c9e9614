import type { Datasources } from '../datasources/providers.js';
import { normalizeSku } from '../domain/join-keys.js';
import type { Order, OrderLine } from '../domain/order.js';
import type { Product } from '../domain/product.js';
import type { ProviderName } from '../domain/provider.js';
import { RequestError } from '../errors/request-error.js';

type Sources = Pick<Datasources, 'quickbutik' | 'qpilot'>;

/** Products over the shop and QPilot. */
export class ProductLookup {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** By a provider's own id. */
  async byExternalId(provider: ProviderName, externalId: string): Promise<Product | null> {
    if (provider === 'QUICKBUTIK') return this.#sources.quickbutik.products.byExternalId.load(externalId);
    if (provider === 'QPILOT') return this.#sources.qpilot.products.byExternalId.load(externalId);
    return null;
  }

  /** By an id that does not say whose it is: the shop's, else QPilot's. */
  async byAnyExternalId(externalId: string): Promise<Product | null> {
    const { quickbutik, qpilot } = this.#sources;
    const found = quickbutik.isConfigured ? await quickbutik.products.byExternalId.load(externalId) : null;
    if (found !== null || (quickbutik.isConfigured && !qpilot.isConfigured)) return found;
    return qpilot.products.byExternalId.load(externalId);
  }

  /**
   * By sku: the shop's product, else QPilot's.
   *
   * @throws RequestError AMBIGUOUS when a provider has several with the sku; with `isStrict` also LOOKUP_INCOMPLETE when the
   * shop may have one beyond its newest products.
   */
  async bySku(text: string | null, { isStrict = false } = {}): Promise<Product | null> {
    const sku = normalizeSku(text);
    if (sku === null) return null;
    const { quickbutik, qpilot } = this.#sources;
    const shop = quickbutik.isConfigured
      ? await quickbutik.products.bySku.load(sku)
      : { products: [], isComplete: true };
    const inShop = onlyOne(shop.products, sku);
    if (inShop !== null) return inShop;
    // With neither provider set up QPilot's loader is the one to say so.
    const isQPilotAsked = qpilot.isConfigured || !quickbutik.isConfigured;
    const atQPilot = isQPilotAsked ? onlyOne(await qpilot.products.bySku.load(sku), sku) : null;
    if (atQPilot === null && isStrict && !shop.isComplete) {
      throw new RequestError(
        'LOOKUP_INCOMPLETE',
        `No product with sku "${sku}" is among those in reach; the shop may still have one.`,
      );
    }
    return atQPilot;
  }

  /** The product of an order line, as it is today. */
  ofLine({ provider }: Order, { productExternalId, sku }: OrderLine): Promise<Product | null> {
    if (provider === 'QUICKBUTIK' && productExternalId !== null)
      return this.byExternalId('QUICKBUTIK', productExternalId);
    return this.bySku(sku);
  }

  /** The same product at the other provider, by sku; all of them when the sku is repeated there. */
  async counterparts({ provider, sku: text }: Product): Promise<readonly Product[]> {
    const sku = normalizeSku(text);
    const { quickbutik, qpilot } = this.#sources;
    if (sku === null) return [];
    if (provider === 'QUICKBUTIK') return qpilot.isConfigured ? qpilot.products.bySku.load(sku) : [];
    return quickbutik.isConfigured ? (await quickbutik.products.bySku.load(sku)).products : [];
  }

  /** The product with all its fields, for one that a list showed in short. */
  async complete(product: Product): Promise<Product> {
    if (product.isComplete) return product;
    return (await this.byExternalId(product.provider, product.externalId)) ?? product;
  }
}

function onlyOne(products: readonly Product[], sku: string): Product | null {
  if (products.length > 1)
    throw new RequestError('AMBIGUOUS', `Several products carry the sku "${sku}"; look the product up by its id.`);
  return products[0] ?? null;
}
