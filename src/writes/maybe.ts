/** A field of an input: given, given as null, or left out. */
export type Maybe<Value> = Value | null | undefined;
