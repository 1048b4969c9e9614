import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  isObjectType,
} from 'graphql';

const scopes = ['ANYONE', 'CUSTOMER', 'MERCHANT'] as const;
export type AccessScope = (typeof scopes)[number];

/** What `@access` says of a field. */
export interface AccessRule {
  readonly to: AccessScope;
  /** Whether what the field leads to is its parent's owner's, and needs no check of its own. */
  readonly ofParent: boolean;
}

/** The rules of a schema: by type, by field. */
export type AccessRules = ReadonlyMap<string, ReadonlyMap<string, AccessRule>>;

/** Whether fewer callers have one scope than the other. */
export function isNarrower(one: AccessScope, other: AccessScope): boolean {
  return scopes.indexOf(one) > scopes.indexOf(other);
}

/** The scope that sees anything of a type at all. */
export function widestScope(fields: ReadonlyMap<string, AccessRule> | undefined): AccessScope {
  const given = [...(fields?.values() ?? [])].map(({ to }) => to);
  return scopes.find((scope) => given.includes(scope)) ?? 'MERCHANT';
}

/**
 * The rule of every field, from the schema's `@access` directives.
 *
 * @throws Error that names every field without a rule: a gateway with one does not start.
 */
export function readAccessRules(schema: GraphQLSchema): AccessRules {
  const problems: string[] = [];
  const rules = new Map<string, Map<string, AccessRule>>();
  for (const type of objectTypes(schema)) {
    const ofType = ruleOf(schema, type);
    // What is added to such a type later must not be open by an older rule.
    const isCovered = ofType?.to === 'MERCHANT' || !saysFieldByField(schema, type);
    const byField = new Map<string, AccessRule>();
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(schema, field) ?? (isCovered ? ofType : null);
      if (rule === null) problems.push(`${type.name}.${field.name} has no @access rule`);
      else byField.set(field.name, rule);
    }
    rules.set(type.name, byField);
  }
  if (problems.length > 0) throw new Error(`The schema leaves open who may see what:\n  - ${problems.join('\n  - ')}`);
  return rules;
}

export function isRootType(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
}

export function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__'));
}

function saysFieldByField(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return isRootType(schema, type) || type.getInterfaces().some(({ name }) => name === 'Node');
}

function ruleOf(
  schema: GraphQLSchema,
  { astNode }: GraphQLObjectType | GraphQLField<unknown, unknown>,
): AccessRule | null {
  const directive = schema.getDirective('access');
  const given = directive && astNode ? getDirectiveValues(directive, astNode) : undefined;
  return given === undefined ? null : { to: given['to'] as AccessScope, ofParent: given['ofParent'] === true };
}
