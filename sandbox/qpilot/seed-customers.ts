import type { Random } from '../kernel/random.js';
import type { Shopper, World } from '../world/world.js';
import { keepPaymentMethod, type QPilotState, takeId } from './state.js';
import { utcText } from './utc-text.js';
import type { WireCustomer, WirePaymentMethod } from './wire.js';

const DAY_MS = 86_400_000;
const TYPES = ['Stripe', 'Stripe', 'Stripe', 'Braintree', 'PayPalV3', 'Square', 'AuthorizeNet'];

/** Cards of the documented customers; 10933 is the one that the guide's scheduled order of customer "15" names. */
const DOCUMENTED_CARDS: [id: number, customerId: string, type: string][] = [
  [10930, '29920', 'Stripe'],
  [10931, '29920', 'PayPalV3'],
  [10933, '15', 'Stripe'],
  [10934, '0001', 'Braintree'],
  [10935, 'guest-15', 'Stripe'],
];

/** Customers whose cards and scheduled orders are set down, not invented. */
export const DOCUMENTED_CUSTOMERS: readonly string[] = ['29920', '15', '0001', 'guest-15', '29921'];

/** Fills in the customers and their payment methods. */
export function seedCustomers(state: QPilotState, world: World, random: Random): void {
  const subscribers = world.shoppers.filter((shopper) => shopper.inQPilot);
  for (const shopper of [...subscribers, ...lookAlikes(subscribers)]) {
    const created = new Date(world.now.getTime() - random.int(400, 900) * DAY_MS);
    const customer = toCustomer(state, shopper, utcText(created));
    if (!DOCUMENTED_CUSTOMERS.includes(shopper.id) && random.chance(0.15)) customer.email = inMixedCase(customer.email);
    // The guide's example ships to another last name than the customer's own.
    if (shopper.id === '29920') customer.shippingLastName = 'Wilkins';
    state.customers.set(customer.id, customer);
    seedCards(state, customer, random);
  }
}

/** A second record of one e-mail in another case, and an e-mail that only contains another. */
function lookAlikes(subscribers: Shopper[]): Shopper[] {
  const elin = subscribers.find((shopper) => shopper.id === '15');
  const chris = subscribers.find((shopper) => shopper.id === '29920');
  return [
    ...(elin === undefined ? [] : [{ ...elin, id: 'guest-15', email: inMixedCase(elin.email) }]),
    ...(chris === undefined ? [] : [{ ...chris, id: '29921', firstName: 'Not', email: `not${chris.email}` }]),
  ];
}

function seedCards(state: QPilotState, customer: WireCustomer, random: Random): void {
  if (DOCUMENTED_CUSTOMERS.includes(customer.id)) {
    const cards = DOCUMENTED_CARDS.filter(([, customerId]) => customerId === customer.id);
    for (const [id, , type] of cards) keepPaymentMethod(state, toCard({ state, customer, random }, id, type));
    return;
  }
  const count = random.pick([0, 1, 1, 1, 2, 3]);
  for (let card = 0; card < count; card += 1) {
    const id = takeId(state, 'paymentMethod');
    keepPaymentMethod(state, toCard({ state, customer, random }, id, random.pick(TYPES)));
  }
}

function toCard(
  { state, customer, random }: { state: QPilotState; customer: WireCustomer; random: Random },
  id: number,
  type: string,
): WirePaymentMethod {
  const isCard = type !== 'PayPalV3';
  return {
    id,
    siteId: state.siteId,
    customerId: customer.id,
    type,
    gatewayCustomerId: `cus_test_${customer.customerId}`,
    gatewayPaymentId: `pm_test_${id}`,
    lastFourDigits: isCard ? random.digits(4) : null,
    expiration: isCard ? `${String(random.int(1, 12)).padStart(2, '0')}${random.int(27, 31)}` : null,
    isDefault: !state.methodsByCustomer.has(customer.id),
    description: isCard ? null : 'PayPal account',
    createdUtc: customer.createdUtc,
  };
}

function toCustomer(state: QPilotState, shopper: Shopper, createdUtc: string): WireCustomer {
  return {
    id: shopper.id,
    customerId: takeId(state, 'customer'),
    siteId: state.siteId,
    email: shopper.email,
    firstName: shopper.firstName,
    lastName: shopper.lastName,
    phoneNumber: shopper.phone,
    company: shopper.company,
    shippingFirstName: shopper.firstName,
    shippingLastName: shopper.lastName,
    shippingStreet1: shopper.street,
    shippingStreet2: shopper.street2,
    shippingCity: shopper.city,
    shippingState: shopper.region,
    shippingPostcode: shopper.postcode,
    shippingCountry: shopper.countryCode,
    metadata: null,
    createdUtc,
    updatedUtc: createdUtc,
  };
}

function inMixedCase(email: string): string {
  return email.replace(/[a-z]+/g, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
}
