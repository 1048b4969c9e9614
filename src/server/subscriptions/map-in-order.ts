interface Arrival<Item> {
  readonly arrived: IteratorResult<Item, undefined>;
}
interface Failure {
  readonly failure: unknown;
}
interface Ready<Result> {
  readonly result: Result;
}

/**
 * What `map` makes of each item, in the order of the items, with some of them under way side by side: a slow one holds the others'
 * results back, not their work. When the items fail, what was under way is still given first. `map` must not reject.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterator<Item, undefined>,
  width: number,
  map: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Promise<Ready<Result>>[] = [];
  let arriving: Promise<Arrival<Item> | Failure> | null = next(items);
  let failure: Failure | null = null;
  while (arriving !== null || underWay.length > 0) {
    const candidates = [...underWay.slice(0, 1), ...(arriving !== null && underWay.length < width ? [arriving] : [])];
    const first = await Promise.race(candidates);
    if ('result' in first) {
      void underWay.shift();
      yield first.result;
    } else if ('failure' in first) {
      failure = first;
      arriving = null;
    } else if (first.arrived.done === true) {
      arriving = null;
    } else {
      underWay.push(map(first.arrived.value).then((result) => ({ result })));
      arriving = next(items);
    }
  }
  if (failure !== null) throw failure.failure;
}

/** Never rejects: nobody listens to it while enough is under way. */
function next<Item>(items: AsyncIterator<Item, undefined>): Promise<Arrival<Item> | Failure> {
  return items.next().then(
    (arrived) => ({ arrived }),
    (failure: unknown) => ({ failure }),
  );
}
