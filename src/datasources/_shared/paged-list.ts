/** One page as a provider numbers them, from 1. */
export interface UpstreamPage<Row> {
  readonly rows: readonly Row[];
  /** How many rows upstream gave, where some of them cannot be shown. @default as many as `rows` */
  readonly given?: number;
  /** Null where the provider does not say. */
  readonly totalPages: number | null;
  readonly totalRows: number | null;
}

export interface PagedList<Row> {
  /** The most rows the provider gives at once. */
  readonly maxPageSize: number;
  readonly fetchPage: (page: number, pageSize: number) => Promise<UpstreamPage<Row>>;
  /** Two rows with the same text are the same row. */
  readonly keyOf: (row: Row) => string;
}

/** A page size that was asked for, and what the provider made of it. */
export interface PageSize {
  readonly asked: number;
  readonly given: number;
}
