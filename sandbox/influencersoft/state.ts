/** One product of an order, at the price that was given or else the account's own. */
export interface OrderedProduct {
  id: string;
  /** In the account's currency, which no answer names. */
  price: number;
}

/** An order that was created; no answer of the API shows it, `GET /__orders` does. */
export interface CreatedOrder {
  bill_id: number;
  products: OrderedProduct[];
  /** The parameters as they came, the API key left out. */
  parameters: Record<string, string>;
}

/** Everything the imitation holds of one account. */
export interface InfluencerSoftState {
  orders: CreatedOrder[];
  /** How often each kind of write was carried out. */
  applied: Record<string, number>;
}

/** Highest id of a product; the account sells the products 1 to 60. */
const LAST_PRODUCT_ID = 60;

/** The price in the product's settings, or null when the account has no such product. */
export function settingsPrice(id: string): number | null {
  if (!/^[1-9]\d*$/.test(id) || Number(id) > LAST_PRODUCT_ID) return null;
  return Number(id) * 5 + 4.9;
}
