import type { CreateCategoryInput, MutationResolvers } from '../../generated/resolvers-types.js';
import { checkId, checkText } from '../../writes/check-values.js';
import { InputCheck } from '../../writes/input-check.js';
import { rejectionOf } from '../../writes/rejection.js';

export const createCategory: MutationResolvers['createCategory'] = async (_, { input }, { datasources, write }) => {
  const check = new InputCheck();
  const category = readInput(input, check);
  if (!check.isGood) return { category: null, userErrors: check.errors };
  const { quickbutik } = datasources;
  return write({
    mutation: 'createCategory',
    provider: 'QUICKBUTIK',
    idempotencyKey: input.idempotencyKey ?? null,
    input: category,
    reference: `category "${category.name}"`,
    send: async () => {
      try {
        return { category: await quickbutik.writes.createCategory(category), userErrors: [] };
      } catch (error) {
        return { category: null, userErrors: rejectionOf(error) };
      }
    },
    // A category of that name may have been there before: reading back could not tell whose it is.
    readBack: null,
  });
};

function readInput({ name, parentId }: CreateCategoryInput, check: InputCheck) {
  return {
    name: checkText(name, ['name'], check, { maxLength: 255 }) ?? '',
    parentExternalId: parentId
      ? checkId(parentId, ['parentId'], check, { type: 'Category', provider: 'QUICKBUTIK' })
      : null,
  };
}
