/** The stores of places, each opened when it is first asked for. */
export class OpenedPlaces<Store extends { close(): Promise<void> }> {
  readonly #open: (place: string) => Store;
  readonly #opened = new Map<string, Store>();

  constructor(open: (place: string) => Store) {
    this.#open = open;
  }

  at(place: string): Store {
    const opened = this.#opened.get(place) ?? this.#open(place);
    this.#opened.set(place, opened);
    return opened;
  }

  async close(): Promise<void> {
    const opened = [...this.#opened.values()];
    this.#opened.clear();
    await Promise.all(opened.map((store) => store.close()));
  }
}
