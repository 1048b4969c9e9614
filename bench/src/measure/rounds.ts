import { type Bench, measure, type Sample } from './measure.js';
import type { Running } from './running.js';
import { type Work, type WorkName, workNames, works } from './works.js';

/** One gateway at one work, with what its warm-up told about its speed. */
interface Lane {
  readonly running: Running;
  readonly work: Work;
  readonly amount: number;
  /** In how many of the rounds it takes part. */
  readonly rounds: number;
}

/** Longer than this one measurement should not take: a gateway that needs more takes part in fewer rounds. */
const longestSeconds = 6;
const roundsOfSlow = 3;
const mostRequests = 20_000;
// Until the engine has compiled what is used: a large program needs longer than a small one.
const coldPages = 50;
const coldOrders = 4000;
const mostWarmUps = 4;
/** So much faster than the time before is not yet steady. */
const steady = 1.05;

/** Has every gateway do its works once untimed, and tells how much of it makes a measurement. */
export async function warmUp(
  running: readonly Running[],
  {
    bench,
    rounds,
    wanted,
    tell,
  }: {
    readonly bench: Bench;
    readonly rounds: number;
    readonly wanted: readonly WorkName[];
    readonly tell: (line: string) => void;
  },
): Promise<readonly Lane[]> {
  const lanes: Lane[] = [];
  for (const process of running) {
    for (const name of process.setup.works.filter((work) => wanted.includes(work))) {
      const work = works[name];
      const first = work.question === 'PAGE' ? coldPages : coldOrders;
      const cold = await measure(process, work, { ...bench, amount: first });
      const again = Math.min(Math.ceil(cold.rps * work.seconds), mostRequests);
      const { rps } =
        cold.rps * 3 < work.connections ? cold : await measureSteady(process, work, { ...bench, amount: again });
      const amount = Math.min(Math.max(work.connections, Math.round(rps * work.seconds)), mostRequests);
      const isSlow = amount / rps > longestSeconds;
      lanes.push({ running: process, work, amount, rounds: isSlow ? Math.min(rounds, roundsOfSlow) : rounds });
      tell(`  ${process.gateway.name} ${name}: about ${rps.toFixed(0)} a second`);
    }
  }
  return lanes;
}

/** Until the work costs hardly less than the time before: a program of many small parts is compiled one by one. */
async function measureSteady(process: Running, work: Work, asked: Parameters<typeof measure>[2]): Promise<Sample> {
  let best = await measure(process, work, asked);
  for (let tries = 1; tries < mostWarmUps; tries += 1) {
    const next = await measure(process, work, asked);
    if (next.rps < best.rps * steady) return next.rps > best.rps ? next : best;
    best = next;
  }
  return best;
}

/** Round after round every gateway does every work once, so that what the machine does besides meets all of them alike. */
export async function runRounds(
  lanes: readonly Lane[],
  { bench, rounds, endsAt, tell }: RunOptions,
): Promise<{ readonly samples: readonly Sample[]; readonly done: number }> {
  const samples: Sample[] = [];
  let longestMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = Date.now();
    if (round > 0 && startedAt + longestMs > endsAt) {
      tell(`The time is up: ${round} of ${rounds} rounds.`);
      return { samples, done: round };
    }
    for (const name of workNames) {
      const lanesOfWork = lanes.filter(({ work }) => work.name === name);
      for (const lane of turned(lanesOfWork, round)) {
        // Those that take part in a third of the rounds do not all do so in the same ones.
        const every = Math.ceil(rounds / lane.rounds);
        if ((round + lanes.indexOf(lane)) % every !== 0) continue;
        samples.push(await measure(lane.running, lane.work, { ...bench, amount: lane.amount }));
      }
    }
    longestMs = Math.max(longestMs, Date.now() - startedAt);
    tell(`round ${round + 1} of ${rounds}: ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  }
  return { samples, done: rounds };
}

interface RunOptions {
  readonly bench: Bench;
  readonly rounds: number;
  /** When it has to be over, on the clock of `Date.now()`: no round is begun that would last longer. */
  readonly endsAt: number;
  readonly tell: (line: string) => void;
}

/** Another one begins each time: whoever runs first after a pause may have it easier. */
function turned(lanes: readonly Lane[], round: number): readonly Lane[] {
  const start = round % Math.max(1, lanes.length);
  return [...lanes.slice(start), ...lanes.slice(0, start)];
}
