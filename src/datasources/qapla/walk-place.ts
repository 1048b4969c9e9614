import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The windows are not begun yet: looking for one that holds the newest rows, and for which rows upstream gives of too many. */
const topSchema = z.object({
  stage: z.literal('TOP'),
  begin: z.string(),
  /** Milliseconds since 1970 from which windows are counted back. */
  nowMs: z.number(),
  /** How far back the next window goes, and how far one was empty, and one too full to tell. */
  seconds: z.int(),
  empty: z.int(),
  full: z.int().nullable(),
});

/** Reading from `from` to `until`, everything from there on being known. */
const windowSchema = z.object({
  stage: z.literal('WINDOW'),
  begin: z.string(),
  seconds: z.int(),
  from: z.string(),
  /** Where the next call of the window starts. */
  at: z.string(),
  until: z.string(),
  /** Rows of the window so far. */
  count: z.int(),
  /** Marks of the first rows behind `until`, for rows that state no import time. */
  anchors: z.array(z.string()),
  /** The newest second of which rows may be missing; null when none may. */
  lost: z.string().nullable(),
});

/** Where reading a list backwards in time goes on. Times are local texts, as upstream compares them. */
export const walkPlaceSchema = z.union([topSchema, windowSchema]);

export type WalkPlace = z.output<typeof walkPlaceSchema>;
export type TopPlace = z.output<typeof topSchema>;
export type WindowPlace = z.output<typeof windowSchema>;

/** A short mark of a row's key. */
export function markOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 10);
}

/** Null for the beginning; a cursor of another version begins anew. */
export function readWalkPlace(cursor: string | null): WalkPlace | null {
  if (cursor === null) return null;
  try {
    return walkPlaceSchema.safeParse(JSON.parse(cursor)).data ?? null;
  } catch {
    return null;
  }
}
