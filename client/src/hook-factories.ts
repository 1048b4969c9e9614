import type { ErrorPolicy, OperationVariables, RefetchWritePolicy } from '@apollo/client';
import {
  type SkipToken,
  skipToken,
  useLazyQuery,
  useMutation,
  useQuery,
  useSubscription,
  useSuspenseQuery,
} from '@apollo/client/react';
import type { TypedDocumentNode } from './typed-document.js';

type Document<Data, Variables> = TypedDocumentNode<Data, Variables>;

/** Options that may be left out where no variable is required. */
type Given<Options, Variables> = Record<string, never> extends Variables ? [options?: Options] : [options: Options];

type Partially = { returnPartialData: boolean };

/**
 * `useQuery` of one operation. With `skipToken` nothing is asked. Unless other options are given, the error policy is `all`: when one
 * provider fails, `data` has the rest of the answer and `error` says what is missing; and `refetchWritePolicy` is `merge`: a list that
 * is read again keeps the pages that were read below.
 */
export interface QueryHook<Data, Variables extends OperationVariables> {
  (options: useQuery.Options<Data, Variables> & Partially): useQuery.Result<Data, Variables>;
  (
    ...[options]: Given<useQuery.Options<Data, Variables>, Variables>
  ): useQuery.Result<Data, Variables, 'empty' | 'complete' | 'streaming'>;
  (
    ...[options]: Given<useQuery.Options<Data, Variables> | SkipToken, Variables>
  ): useQuery.Result<Data, Variables, 'empty' | 'complete' | 'streaming', Partial<Variables>>;
}

/**
 * `useSuspenseQuery` of one operation. Errors are thrown, as Apollo Client does it, unless the error policy is `all`; only then, or with
 * `skipToken`, may the data be missing. `refetchWritePolicy` is `merge` unless another one is given.
 */
export interface SuspenseQueryHook<Data, Variables extends OperationVariables> {
  (
    ...[options]: Given<
      useSuspenseQuery.Options<Variables> & { errorPolicy?: 'none'; returnPartialData?: false; skip?: false },
      Variables
    >
  ): useSuspenseQuery.ResultForOptions<Data, Variables, Record<string, never>>;
  (
    ...[options]: Given<
      (useSuspenseQuery.Options<Variables> & { errorPolicy?: ErrorPolicy; returnPartialData?: false }) | SkipToken,
      Variables
    >
  ): useSuspenseQuery.Result<Data, Variables, 'complete' | 'streaming' | 'empty'>;
  (
    ...[options]: Given<useSuspenseQuery.Options<Variables> | SkipToken, Variables>
  ): useSuspenseQuery.Result<Data, Variables>;
}

/** `useLazyQuery` of one operation: the first of the pair asks, with the variables. Options left out are those of `useQuery` above. */
export interface LazyQueryHook<Data, Variables extends OperationVariables> {
  (options: useLazyQuery.Options<Data, Variables> & Partially): useLazyQuery.ResultTuple<Data, Variables>;
  (
    options?: useLazyQuery.Options<Data, Variables>,
  ): useLazyQuery.ResultTuple<Data, Variables, 'empty' | 'complete' | 'streaming'>;
}

/**
 * `useMutation` of one operation. The variables go to the function it gives, with each write. A write that fails rejects, so that no
 * unknown outcome is overlooked.
 */
export type MutationHook<Data, Variables extends OperationVariables> = (
  options?: Omit<useMutation.Options<Data, Variables>, 'variables'>,
) => useMutation.ResultTuple<Data, Variables>;

/** `useSubscription` of one operation. The error policy is `all` unless another one is given. */
export type SubscriptionHook<Data, Variables extends OperationVariables> = (
  ...[options]: Given<useSubscription.Options<Data, Variables> | SkipToken, Variables>
) => useSubscription.Result<Data>;

// Apollo Client's hooks choose their result by the options given on the spot. A hook made ahead states the same choices itself, and
// each of the casts below says no more than that.

/** Makes a query's hook. */
export function queryHook<Data, Variables extends OperationVariables>(document: Document<Data, Variables>) {
  return ((options: useQuery.Options<Data, Variables> | SkipToken) =>
    useQuery(document, options === skipToken ? options : additive(tolerant(options)))) as QueryHook<Data, Variables>;
}

/** Makes a query's hook that suspends while it loads. */
export function suspenseQueryHook<Data, Variables extends OperationVariables>(document: Document<Data, Variables>) {
  return ((options: useSuspenseQuery.Options<Variables> | SkipToken) =>
    useSuspenseQuery(document, options === skipToken ? options : additive(options))) as SuspenseQueryHook<
    Data,
    Variables
  >;
}

/** Makes a query's hook that waits until it is told to ask. */
export function lazyQueryHook<Data, Variables extends OperationVariables>(document: Document<Data, Variables>) {
  return ((options?: useLazyQuery.Options<Data, Variables>) =>
    useLazyQuery(document, additive(tolerant(options ?? {})))) as LazyQueryHook<Data, Variables>;
}

/** Makes a mutation's hook. */
export function mutationHook<Data, Variables extends OperationVariables>(document: Document<Data, Variables>) {
  const use = useMutation as unknown as (
    mutation: Document<Data, Variables>,
    ...given: Parameters<MutationHook<Data, Variables>>
  ) => useMutation.ResultTuple<Data, Variables>;
  return ((options) => use(document, options)) as MutationHook<Data, Variables>;
}

/** Makes a subscription's hook. */
export function subscriptionHook<Data, Variables extends OperationVariables>(document: Document<Data, Variables>) {
  return ((options: useSubscription.Options<Data, Variables> | SkipToken) =>
    useSubscription(document, options === skipToken ? options : tolerant(options))) as SubscriptionHook<
    Data,
    Variables
  >;
}

/** Keeps the part of an answer that is there when a provider fails. */
function tolerant<Options extends { errorPolicy?: ErrorPolicy }>(options: Options): Options {
  return { errorPolicy: 'all', ...options };
}

/**
 * Adds what is read again to what is known. Apollo Client's usual way throws a field's value away first: the later pages of a list
 * with it.
 */
function additive<Options extends { refetchWritePolicy?: RefetchWritePolicy }>(options: Options): Options {
  return { refetchWritePolicy: 'merge', ...options };
}
