import type { Random } from '../kernel/random.js';
import { inventResident } from './places.js';
import type { Shopper } from './records.js';

/** The customer of the QPilot getting-started guide, followed through all five providers. */
export const CHRIS: Shopper = {
  id: '29920',
  email: 'chris@example.com',
  firstName: 'Chris',
  lastName: 'Wilking',
  phone: '+13605550143',
  company: null,
  street: '740 Evergreen Terrace',
  street2: null,
  city: 'Springfield',
  region: 'Washington',
  postcode: '98101',
  countryCode: 'US',
  inQPilot: true,
};

/** The buyer of the order that Quickbutik's document prints. */
export const SVEN: Shopper = {
  id: '115',
  email: 'dummy@example.com',
  firstName: 'Sven',
  lastName: 'Svensson',
  phone: '0123456789',
  company: null,
  street: 'Vasatorpsvägen 147',
  street2: null,
  city: 'Munka-ljungby',
  region: 'Skåne',
  postcode: '266 93',
  countryCode: 'SE',
  inQPilot: false,
};

/** QPilot's example ids "15" (scheduled order) and "0001" (customer token); the people behind them are invented. */
const DOCUMENTED: Shopper[] = [
  CHRIS,
  SVEN,
  {
    ...SVEN,
    id: '15',
    email: 'elin.ek@example.com',
    firstName: 'Elin',
    lastName: 'Ek',
    street: 'Parkgatan 3',
    inQPilot: true,
  },
  { ...CHRIS, id: '0001', email: 'pat.doe@example.org', firstName: 'Pat', lastName: 'Doe', phone: '+13605550178' },
];

const MAIL_HOSTS = ['example.com', 'example.com', 'example.org', 'post.test'];

/** Invents the shop's customers; the documented ones come first. */
export function createShoppers(count: number, random: Random): Shopper[] {
  const shoppers = DOCUMENTED.map((shopper) => ({ ...shopper }));
  for (let number = shoppers.length; number < count; number += 1) {
    const resident = inventResident(random);
    shoppers.push({
      ...resident,
      id: String(30_000 + number),
      email: `${asciiOf(resident.firstName)}.${asciiOf(resident.lastName)}${number}@${random.pick(MAIL_HOSTS)}`,
      company: random.chance(0.1) ? `${resident.lastName} & Co` : null,
      inQPilot: random.chance(0.4),
    });
  }
  return shoppers;
}

function asciiOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('ß', 'ss');
  return plain.normalize('NFD').replace(/[^a-z]/g, '');
}
