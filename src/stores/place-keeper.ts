import type { PlaceBook } from './place-book.js';

/** Keeps the book of places, durably, for all processes that share the stores. */
export interface PlaceKeeper {
  /** Null when there is none yet. @throws Error when it cannot be read */
  read(): Promise<PlaceBook | null>;
  /** Replaces the book when it still is what was read; tells whether it was. */
  swap(known: PlaceBook | null, next: PlaceBook): Promise<boolean>;
  /** Places that were made before there was a book, as far as they can be found. */
  findPlaces(book: PlaceBook | null): Promise<readonly string[]>;
  close(): Promise<void>;
}
