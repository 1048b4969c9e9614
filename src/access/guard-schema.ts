import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { RequestError } from '../errors/request-error.js';
import {
  type AccessRule,
  type AccessScope,
  isNarrower,
  isRootType,
  objectTypes,
  readAccessRules,
  widestScope,
} from './access-rules.js';
import type { Caller } from './caller.js';
import { findRuleGaps } from './check-rules.js';
import { leadsToGuarded } from './guarded-types.js';

type Resolver = GraphQLFieldResolver<unknown, GatewayContext>;

/** The record as a caller who is not the merchant may see it; null as if it did not exist. */
export type ShowRecord = (typeName: string, record: object, context: GatewayContext) => unknown;

/**
 * Puts the rules of the schema's `@access` directives into its resolvers: who may ask for a field, and which records they get.
 *
 * @throws Error for a schema that leaves open who may see what.
 */
export function guardSchema(schema: GraphQLSchema, show: ShowRecord): void {
  const rules = readAccessRules(schema);
  const gaps = findRuleGaps(schema, rules);
  if (gaps.length > 0) throw new Error(`The schema's access rules have gaps:\n  - ${gaps.join('\n  - ')}`);
  const showTyped: ShowRecord = (typeName, record, context) =>
    maySee(context.caller, widestScope(rules.get(typeName))) ? show(typeName, record, context) : null;
  for (const type of objectTypes(schema)) {
    const widest = widestScope(rules.get(type.name));
    for (const field of Object.values(type.getFields())) {
      const rule = rules.get(type.name)?.get(field.name);
      if (rule === undefined) continue;
      if (isRootType(schema, type) || isNarrower(rule.to, widest)) guardScope(type, field, rule);
      if (rule.to !== 'MERCHANT' && !rule.ofParent && leadsToGuarded(field)) guardRecords(field, showTyped);
    }
  }
}

function guardScope(type: GraphQLObjectType, field: GraphQLField<unknown, GatewayContext>, { to }: AccessRule): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const refuse = (caller: Caller) => {
    if (maySee(caller, to)) return;
    const name = `${type.name}.${field.name}`;
    if (caller.scope === 'ANONYMOUS') throw new RequestError('UNAUTHENTICATED', `"${name}" needs credentials.`);
    throw new RequestError('FORBIDDEN', `"${name}" is not open to customers.`);
  };
  const guarded =
    (inner: Resolver): Resolver =>
    (parent, args, context, info) => {
      refuse(context.caller);
      return inner(parent, args, context, info);
    };
  field.resolve = guarded(resolve);
  if (field.subscribe !== undefined) field.subscribe = guarded(field.subscribe);
}

function guardRecords(field: GraphQLField<unknown, GatewayContext>, show: ShowRecord): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const { type } = field;
  const { name } = getNamedType(type);
  field.resolve = (parent, args, context, info) => {
    const { caller } = context;
    const result: unknown = resolve(parent, args, context, info);
    if (caller.scope === 'MERCHANT') return result;
    const see = (value: unknown) =>
      showValue(value, type, (record) => show(typeNameOf(record) ?? name, record, context));
    return isPromise(result) ? result.then(see, hideAmbiguity) : see(result);
  };
}

/** That several records match tells that there are some. */
function hideAmbiguity(error: unknown): null {
  if (error instanceof RequestError && error.code === 'AMBIGUOUS') return null;
  throw error;
}

/** A list that must not have gaps gets shorter by what is hidden; in any other place stands null. */
function showValue(value: unknown, type: GraphQLOutputType, show: (record: object) => unknown): unknown {
  const nullable = getNullableType(type);
  if (!isListType(nullable)) return typeof value === 'object' && value !== null ? show(value) : null;
  if (!Array.isArray(value)) return null;
  const seen = value.map((item: unknown) => {
    const see = (record: unknown) => showValue(record, nullable.ofType, show);
    return isPromise(item) ? item.then(see, hideAmbiguity) : see(item);
  });
  if (!isNonNullType(nullable.ofType)) return seen;
  return Promise.all(seen).then((items) => items.filter((item) => item !== null));
}

function maySee({ scope }: Caller, to: AccessScope): boolean {
  if (scope === 'MERCHANT' || to === 'ANYONE') return true;
  return scope === 'CUSTOMER' && to === 'CUSTOMER';
}

function typeNameOf(record: object): string | null {
  const { __typename: name } = record as { readonly __typename?: unknown };
  return typeof name === 'string' ? name : null;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
