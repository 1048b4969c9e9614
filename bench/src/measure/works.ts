/** What is measured. */
export const workNames = ['popular', 'distinct', 'batched', 'warm', 'single'] as const;
export type WorkName = (typeof workNames)[number];

export interface Work {
  readonly name: WorkName;
  /** In one sentence, for the table. */
  readonly title: string;
  /** Callers that ask again as soon as they are answered. */
  readonly connections: number;
  /** How long one measurement is meant to take, in seconds; a slow gateway takes the time of one request per connection. */
  readonly seconds: number;
  /** Whether no two requests ask the same. */
  readonly isDistinct: boolean;
  readonly question: 'PAGE' | 'ORDER';
}

export const works: Readonly<Record<WorkName, Work>> = {
  popular: {
    name: 'popular',
    title: 'A page of 100 orders with customers and parcels; 50 connections ask for the same page, nothing is cached',
    connections: 50,
    seconds: 1.5,
    isDistinct: false,
    question: 'PAGE',
  },
  distinct: {
    name: 'distinct',
    title: 'The same, each request another page; nothing can be asked for together',
    connections: 50,
    seconds: 2,
    isDistinct: true,
    question: 'PAGE',
  },
  batched: {
    name: 'batched',
    title: 'The same, each request another page; orders, parcels and customers can be asked for together',
    connections: 50,
    seconds: 2,
    isDistinct: true,
    question: 'PAGE',
  },
  warm: {
    name: 'warm',
    title: 'As popular, with the cache that a gateway has, filled',
    connections: 50,
    seconds: 1.5,
    isDistinct: false,
    question: 'PAGE',
  },
  single: {
    name: 'single',
    title: 'One order by its id, each request another one',
    connections: 50,
    seconds: 1,
    isDistinct: true,
    question: 'ORDER',
  },
};
