/** One page of a list, as Qard wraps it. */
export interface WirePage<T> {
  result: T[];
  current_page: number;
  last_page: number;
  per_page: number;
  total: number;
}

const DEFAULT_PER_PAGE = 50;
const LARGEST_PER_PAGE = 100;

/** Cuts the asked page out of a list: `page` from 1, `per_page` 50 by default and 100 at most (both assumed). */
export function pageOf<T>(list: readonly T[], query: URLSearchParams): WirePage<T> {
  const perPage = Math.min(positive(query.get('per_page')) ?? DEFAULT_PER_PAGE, LARGEST_PER_PAGE);
  const page = positive(query.get('page')) ?? 1;
  return {
    result: list.slice((page - 1) * perPage, page * perPage),
    current_page: page,
    last_page: Math.max(1, Math.ceil(list.length / perPage)),
    per_page: perPage,
    total: list.length,
  };
}

function positive(text: string | null): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : null;
}
