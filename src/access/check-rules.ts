import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { type AccessRules, isNarrower, isRootType, objectTypes, widestScope } from './access-rules.js';
import { isCustomers } from './guarded-types.js';

/**
 * What is wrong with rules that each make sense alone: a field that leads to what its callers may not see, or to a customer's records
 * that nobody has checked.
 */
export function findRuleGaps(schema: GraphQLSchema, rules: AccessRules): readonly string[] {
  const isPassedOn = (type: string) => [...(rules.get(type)?.values() ?? [])].some(({ ofParent }) => ofParent);
  return objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const rule = rules.get(type.name)?.get(field.name);
      const target = getNamedType(field.type);
      if (rule === undefined || rule.to === 'MERCHANT') return [];
      const name = `${type.name}.${field.name}`;
      const isRoot = isRootType(schema, type);
      if (isRoot && rule.ofParent) return [`${name} has no parent, whose owner could have been checked`];
      if (!isObjectType(target)) return [];
      if (isNarrower(widestScope(rules.get(target.name)), rule.to)) {
        return [`${name} is open to ${rule.to}, and ${target.name} is not`];
      }
      // Each of its records is checked, wherever it is reached.
      if (isCustomers(target.name)) return [];
      const isUnchecked = isPassedOn(target.name) && (isRoot || !rule.ofParent);
      return isUnchecked ? [`${name} leads to records whose owner nobody checks`] : [];
    }),
  );
}
