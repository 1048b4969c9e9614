import type { Random } from '../kernel/random.js';
import type { Shopper } from './records.js';

type CountryCode = Shopper['countryCode'];

interface Country {
  code: CountryCode;
  firstNames: string[];
  lastNames: string[];
  streets: string[];
  /** City, region, first digits or letters of the postcode. */
  cities: [city: string, region: string, postcode: string][];
  dial: string;
}

const SE: Country = {
  code: 'SE',
  firstNames: ['Åsa', 'Björn', 'Elin', 'Göran', 'Ingrid', 'Maja', 'Nils', 'Östen', 'Saga', 'Viktor'],
  lastNames: ['Andersson', 'Bergström', 'Ekdahl', 'Håkansson', 'Lindqvist', 'Nyström', 'Öberg', 'Sjögren'],
  streets: ['Storgatan', 'Kyrkogatan', 'Skolvägen', 'Ängsvägen', 'Björkallén'],
  cities: [
    ['Stockholm', 'Stockholm', '111'],
    ['Göteborg', 'Västra Götaland', '411'],
    ['Malmö', 'Skåne', '211'],
    ['Umeå', 'Västerbotten', '903'],
  ],
  dial: '+4670',
};

const IT: Country = {
  code: 'IT',
  firstNames: ['Alessia', 'Bruno', 'Chiara', 'Davide', 'Elena', 'Giosuè', 'Marta', 'Niccolò'],
  lastNames: ["D'Amico", 'Esposito', 'Ferrari', 'Marchetti', 'Pellegrini', 'Rinaldi', 'Sanna'],
  streets: ['Via Garibaldi', 'Corso Italia', 'Piazza Dante', 'Viale dei Mille', "Via dell'Orso"],
  cities: [
    ['Roma', 'RM', '001'],
    ['Milano', 'MI', '201'],
    ['Torino', 'TO', '101'],
    ["Reggio nell'Emilia", 'RE', '421'],
  ],
  dial: '+39347',
};

const NO: Country = {
  code: 'NO',
  firstNames: ['Bjørn', 'Ingvild', 'Kåre', 'Solveig'],
  lastNames: ['Bakken', 'Hansen', 'Ødegård', 'Sæther'],
  streets: ['Kirkeveien', 'Storgata', 'Fjellveien'],
  cities: [
    ['Oslo', 'Oslo', '05'],
    ['Tromsø', 'Troms', '90'],
  ],
  dial: '+4791',
};

const DK: Country = {
  code: 'DK',
  firstNames: ['Freja', 'Jørgen', 'Rasmus', 'Sørine'],
  lastNames: ['Jensen', 'Møller', 'Skovgård'],
  streets: ['Nørregade', 'Havnevej'],
  cities: [
    ['København', 'Hovedstaden', '21'],
    ['Århus', 'Midtjylland', '80'],
  ],
  dial: '+4520',
};

const FI: Country = {
  code: 'FI',
  firstNames: ['Aino', 'Eero', 'Päivi', 'Väinö'],
  lastNames: ['Korhonen', 'Mäkelä', 'Virtanen'],
  streets: ['Koulukatu', 'Rantatie'],
  cities: [
    ['Helsinki', 'Uusimaa', '001'],
    ['Jyväskylä', 'Keski-Suomi', '401'],
  ],
  dial: '+35840',
};

const DE: Country = {
  code: 'DE',
  firstNames: ['Jürgen', 'Katrin', 'Lena', 'Sören'],
  lastNames: ['Großmann', 'Köhler', 'Schäfer', 'Weiß'],
  streets: ['Bahnhofstraße', 'Mühlenweg'],
  cities: [
    ['Köln', 'Nordrhein-Westfalen', '506'],
    ['Hamburg', 'Hamburg', '203'],
  ],
  dial: '+49151',
};

const GB: Country = {
  code: 'GB',
  firstNames: ['Alice', 'George', 'Niamh'],
  lastNames: ["O'Connor", 'Taylor', 'Wright'],
  streets: ['High Street', 'Mill Lane'],
  cities: [
    ['Leeds', 'West Yorkshire', 'LS1 '],
    ['Bristol', 'Bristol', 'BS1 '],
  ],
  dial: '+4477',
};

const US: Country = {
  code: 'US',
  firstNames: ['Dana', 'Jordan', 'Morgan'],
  lastNames: ['Baker', 'Nguyen', 'Rivera'],
  streets: ['Maple Avenue', 'Oak Street'],
  cities: [
    ['Portland', 'Oregon', '972'],
    ['Austin', 'Texas', '787'],
  ],
  dial: '+1512',
};

/** Where the shop's customers live, the commoner countries several times. */
const COUNTRIES: Country[] = [SE, SE, SE, SE, SE, IT, IT, NO, DK, FI, DE, GB, US];

/** An invented person without an e-mail address: name, address and phone number fit one country. */
export type Resident = Omit<Shopper, 'id' | 'email' | 'company' | 'inQPilot'>;

/** Invents one person. */
export function inventResident(random: Random): Resident {
  const country = random.pick(COUNTRIES);
  const [city, region, postcode] = random.pick(country.cities);
  const numbered = `${random.pick(country.streets)} ${random.int(1, 140)}`;
  return {
    firstName: random.pick(country.firstNames),
    lastName: random.pick(country.lastNames),
    phone: `${country.dial}${random.digits(7)}`,
    street: numbered,
    street2: random.chance(0.08) ? `c/o ${random.pick(country.lastNames)}` : null,
    city,
    region,
    postcode: fillPostcode(country.code, postcode, random),
    countryCode: country.code,
  };
}

function fillPostcode(code: CountryCode, start: string, random: Random): string {
  if (code === 'GB') return `${start}${random.int(1, 9)}AB`;
  if (code === 'SE') return `${start} ${random.digits(2)}`;
  return start + random.digits((code === 'NO' || code === 'DK' ? 4 : 5) - start.length);
}
