import type { Random } from '../kernel/random.js';
import type { WorldOrder } from '../world/world.js';
import { reportsTimes } from './couriers.js';
import { dashDay, slashMidnight, slashTime } from './local-time.js';
import type { ComingStep, Parcel, ParcelEvent } from './parcel.js';
import type { StatusCode } from './statuses.js';

const HOUR_MS = 3_600_000;
/** Where every parcel sets out. */
const ORIGIN = 'MILANO HUB';

/** Hours after the hand-over, status, the courier's words, whether at the destination. */
type Step = [hours: number, status: StatusCode, words: string, arrived: boolean];

const START: Step[] = [
  [0.5, '2', 'IN ATTESA DI RITIRO', false],
  [6, '20', "LA SPEDIZIONE E' STATA RITIRATA PRESSO IL MITTENTE", false],
  // The words speak of a departure while the status says transit: the document's example does the same.
  [14, '3', "LA SPEDIZIONE E' PARTITA", false],
  [32, '3', "LA SPEDIZIONE E' IN VIAGGIO", true],
];
const OUT: Step = [50, '4', 'IN CONSEGNA', true];
const DELIVERED: Step = [55, '99', 'CONSEGNATA', true];
const ENDINGS: { weight: number; steps: Step[] }[] = [
  { weight: 70, steps: [OUT, DELIVERED] },
  {
    weight: 10,
    steps: [
      OUT,
      [55, '5', 'DESTINATARIO ASSENTE', true],
      [74, '4', 'IN CONSEGNA', true],
      [79, '99', 'CONSEGNATA', true],
    ],
  },
  { weight: 6, steps: [OUT, [56, '10', 'DISPONIBILE AL PUNTO DI RITIRO', true], [98, '99', 'RITIRATA', true]] },
  {
    weight: 5,
    steps: [
      [48, '8', 'RITARDO PER MALTEMPO', true],
      [96, '4', 'IN CONSEGNA', true],
      [101, '99', 'CONSEGNATA', true],
    ],
  },
  { weight: 4, steps: [OUT, [55, '6-1', 'IN GIACENZA', true]] },
  {
    weight: 3,
    steps: [OUT, [55, '6-2', 'RIFIUTATA DAL DESTINATARIO', true], [140, '95', 'RIENTRATA AL MITTENTE', false]],
  },
  { weight: 2, steps: [[120, '6-4', 'SPEDIZIONE SMARRITA', true]] },
];

/** What happened to a parcel between its hand-over and now. */
export function inventJourney(
  parcel: Pick<Parcel, 'courier' | 'importedAt'>,
  { order, now }: { order: WorldOrder; now: Date },
  random: Random,
): Pick<Parcel, 'events' | 'statusDate' | 'ahead'> {
  // The hours above hold within Italy; most parcels go to Scandinavia.
  const pace = (order.shopper.countryCode === 'IT' ? 0.85 : 1.6) + random.next() * 0.5;
  const steps = [...START, ...drawEnding(random)];
  const dated = steps.map((step): [Date, Step] => [
    new Date(parcel.importedAt.getTime() + step[0] * pace * HOUR_MS),
    step,
  ]);
  const passed = dated.filter(([at]) => at <= now).reverse();
  const destination = order.shopper.city;
  const events = passed.map(([at, step]) => datedEvent(stepTo(destination, step), at, parcel.courier));
  const ahead = dated.filter(([at]) => at > now).map(([, step]) => stepTo(destination, step));
  return { events, ahead, statusDate: slashTime(passed[0]?.[0] ?? parcel.importedAt) };
}

/** The usual way of a parcel that was only just announced. */
export function plannedJourney(destination: string): ComingStep[] {
  return [...START, OUT, DELIVERED].map((step) => stepTo(destination, step));
}

/** A step that was taken at a moment; some couriers give days only. */
export function datedEvent(step: ComingStep, at: Date, courier: string): ParcelEvent {
  return { ...step, statusDate: reportsTimes(courier) ? slashTime(at) : slashMidnight(at), courierDate: dashDay(at) };
}

function stepTo(destination: string, [, status, courierStatus, arrived]: Step): ComingStep {
  return { status, courierStatus, courierPlace: arrived ? destination.toUpperCase() : ORIGIN };
}

function drawEnding(random: Random): Step[] {
  let left = random.next() * ENDINGS.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, steps } of ENDINGS) {
    left -= weight;
    if (left < 0) return steps;
  }
  return [];
}
