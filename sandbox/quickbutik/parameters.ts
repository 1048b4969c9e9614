const NONE: readonly string[] = [];

/** The query parameters that the document has (seed 001), by route; writes have none. */
const DOCUMENTED: Record<string, readonly string[]> = {
  'GET v1/products': ['product_id'],
  'GET v1/orders': ['order_id', 'from_date_paid', 'to_date_paid', 'from_status_date', 'status', 'apps_load'],
  'GET v1/shippingmethods': ['shipping_id'],
  'GET v1/paymentmethods': ['paymentmethod_id'],
  'GET v1/categories': ['category_id'],
};

/** The first parameter of a request that its route does not have in the document, or null. */
export function unknownParameter(route: string, query: URLSearchParams): string | null {
  const known = DOCUMENTED[route] ?? NONE;
  return [...query.keys()].find((name) => !known.includes(name)) ?? null;
}

/** A parameter as a whole number from 0; null when it is left out or none. */
export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Whether a switch of the query is on. */
export function isAsked(query: URLSearchParams, name: string): boolean {
  return ['true', '1'].includes(query.get(name) ?? '');
}
