import { normalizeEmail } from '../../domain/join-keys.js';
import { checkEmail, checkOptionalText, checkText } from '../check-values.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { readAddress } from './address.js';
import { readCard } from './payment-method.js';

type AddressInput = Exclude<Parameters<typeof readAddress>[0], null | undefined> & {
  readonly company?: Maybe<string>;
  readonly email?: Maybe<string>;
  readonly phone?: Maybe<string>;
};

interface CreateCustomerInput {
  readonly externalId: string;
  readonly email: string;
  readonly firstName?: Maybe<string>;
  readonly lastName?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly shippingAddress?: Maybe<AddressInput>;
  readonly billingAddress?: Maybe<AddressInput>;
  readonly paymentMethods?: Maybe<readonly Parameters<typeof readCard>[0][]>;
}

/** QPilot names no limit; more cards of one customer than this are a mistake. */
const mostCards = 20;

/** A customer as it is to be written, with every problem of the input noted. */
export function readNewCustomer(input: CreateCustomerInput, check: InputCheck) {
  const { shippingAddress, billingAddress } = input;
  const cards = input.paymentMethods ?? [];
  check.require(cards.length <= mostCards, ['paymentMethods'], 'TOO_MANY', `Must be at most ${mostCards}.`);
  checkAddressEmails(input, check);
  return {
    externalId: checkText(input.externalId, ['externalId'], check, { maxLength: 255 }) ?? '',
    email: checkEmail(input.email, ['email'], check) ?? '',
    firstName: checkOptionalText(input.firstName, ['firstName'], check, { maxLength: 255 }),
    lastName: checkOptionalText(input.lastName, ['lastName'], check, { maxLength: 255 }),
    phone: onlyOf('phone', [[['phone'], input.phone], ...both('phone', input)], check),
    company: onlyOf('company', both('company', input), check),
    shippingAddress: readAddress(shippingAddress, 'shippingAddress', check),
    billingAddress: readAddress(billingAddress, 'billingAddress', check),
    cards: cards.map((card, index) => readCard(card, ['paymentMethods', index], check)),
  };
}

type Place = readonly [path: readonly string[], value: Maybe<string>];

function both(
  name: 'phone' | 'company',
  { shippingAddress, billingAddress }: Pick<CreateCustomerInput, 'shippingAddress' | 'billingAddress'>,
): Place[] {
  return [
    [['shippingAddress', name], shippingAddress?.[name]],
    [['billingAddress', name], billingAddress?.[name]],
  ];
}

/** The value of a field that a customer of QPilot has once, wherever the input gives it. */
function onlyOf(name: string, places: readonly Place[], check: InputCheck): string | null {
  let only: string | null = null;
  for (const [path, value] of places) {
    const text = checkOptionalText(value, path, check, { maxLength: 255 });
    if (only !== null && text !== null && text !== only)
      check.add(path, 'UNSUPPORTED', `QPilot keeps one ${name} for a customer; another one is given above.`);
    only ??= text;
  }
  return only;
}

function checkAddressEmails(input: CreateCustomerInput, check: InputCheck): void {
  for (const field of ['shippingAddress', 'billingAddress'] as const) {
    const email = normalizeEmail(input[field]?.email);
    if (email !== null && email !== normalizeEmail(input.email))
      check.add([field, 'email'], 'UNSUPPORTED', 'QPilot keeps one e-mail address for a customer.');
  }
}
