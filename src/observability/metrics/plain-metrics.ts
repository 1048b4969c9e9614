import { Counter, Gauge, type GaugeConfiguration, type MetricType } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

/** One series of a counter: adding to it is adding to a number. */
export interface Count {
  value: number;
}

/**
 * A counter whose series are taken out once and then are plain fields: the library's own look their labels up at each increment, which
 * costs fifty times as much.
 */
export class PlainCounter<Label extends string> extends Counter<Label> {
  readonly #series = new Map<string, { readonly labels: Record<Label, string>; readonly count: Count }>();

  /** The series with these labels, 0 from now on: what was never seen and what has not happened are told apart. */
  series(labels: Record<Label, string>): Count {
    const key = keyOf(labels);
    const known = this.#series.get(key);
    if (known !== undefined) return known.count;
    const count = { value: 0 };
    this.#series.set(key, { labels, count });
    return count;
  }

  /** As it is shown. */
  override async get(): Promise<Awaited<ReturnType<Counter<Label>['get']>>> {
    const values = [...this.#series.values()].map(({ labels, count: { value } }) => ({ labels, value }));
    return { ...(await super.get()), values };
  }
}

/** One series of a histogram. */
export class Distribution {
  readonly #bounds: readonly number[];
  /** By bucket, the last one without a bound; not yet added up. */
  readonly counts: number[];
  sum = 0;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.counts = [...bounds, 0].map(() => 0);
  }

  observe(value: number): void {
    let bucket = 0;
    while (bucket < this.#bounds.length && value > (this.#bounds[bucket] ?? 0)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.sum += value;
  }
}

interface DistributionConfiguration<Label extends string> extends GaugeConfiguration<Label> {
  /** Upper bounds, rising. */
  readonly buckets: readonly number[];
}

/**
 * As `PlainCounter`, of durations in seconds. It stands on the library's gauge, which shows the values it is given: the library's histogram
 * has a way of its own to its text, past `get`.
 */
export class PlainHistogram<Label extends string> extends Gauge<Label> {
  readonly #name: string;
  readonly #bounds: readonly number[];
  readonly #series = new Map<string, { readonly labels: Record<Label, string>; readonly held: Distribution }>();

  constructor(configuration: DistributionConfiguration<Label>) {
    super(configuration);
    this.#name = configuration.name;
    this.#bounds = configuration.buckets;
  }

  series(labels: Record<Label, string>): Distribution {
    const key = keyOf(labels);
    const known = this.#series.get(key);
    if (known !== undefined) return known.held;
    const held = new Distribution(this.#bounds);
    this.#series.set(key, { labels, held });
    return held;
  }

  /** As it is shown. */
  override async get(): Promise<Awaited<ReturnType<Gauge<Label>['get']>>> {
    const values = [...this.#series.values()].flatMap(({ labels, held }) => this.#shown(labels, held));
    // The library's types are an enumeration that it does not export, and know no label `le`.
    const type = 'histogram' as unknown as MetricType;
    return { ...(await super.get()), type, values: values as Awaited<ReturnType<Gauge<Label>['get']>>['values'] };
  }

  #shown(labels: Labels, { counts, sum }: Distribution) {
    let below = 0;
    const buckets = counts.map((count, bucket) => {
      below += count;
      const le = this.#bounds[bucket] ?? '+Inf';
      return { metricName: `${this.#name}_bucket`, labels: { ...labels, le }, value: below };
    });
    return [
      ...buckets,
      { metricName: `${this.#name}_sum`, labels, value: sum },
      { metricName: `${this.#name}_count`, labels, value: below },
    ];
  }
}

function keyOf(labels: Labels): string {
  return Object.values(labels).join(' ');
}
