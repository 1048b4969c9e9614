import {
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { introspectionSizes } from './introspection-sizes.js';

/** What one field costs, as the schema says. */
export interface FieldCost {
  readonly calls: number;
  readonly callsPerRow: number;
  readonly mayScan: boolean;
  /** Rows where no argument says how many; null for what its parent sizes. */
  readonly assumedSize: number | null;
  /** Paths into the arguments. */
  readonly slicingArguments: readonly (readonly string[])[];
  readonly sizedFields: ReadonlySet<string>;
  readonly isList: boolean;
}

/** The costs of all fields that have objects below them or cost calls, by type and field. */
export type CostModel = ReadonlyMap<string, ReadonlyMap<string, FieldCost>>;

interface CostArguments {
  readonly calls: number;
  readonly callsPerRow: number;
  readonly mayScan: boolean;
}

interface ListSizeArguments {
  readonly assumedSize?: number | null;
  readonly slicingArguments?: readonly string[] | null;
  readonly sizedFields?: readonly string[] | null;
}

/**
 * Reads `@cost` and `@listSize`.
 *
 * @throws Error for lists of objects that say no size: nothing below them could be counted.
 */
export function readCosts(schema: GraphQLSchema): CostModel {
  const reader = new CostReader(schema);
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const model = new Map(
    objects.map((type) => [
      type.name,
      new Map(Object.values(type.getFields()).map((field) => [field.name, reader.read(type.name, field)])),
    ]),
  );
  const sized = new Set(
    objects.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const below = getNamedType(field.type).name;
        return [...(model.get(type.name)?.get(field.name)?.sizedFields ?? [])].map((name) => `${below}.${name}`);
      }),
    ),
  );
  const unsized = objects.flatMap((type) =>
    [...(model.get(type.name) ?? [])]
      .filter(
        ([, { isList, assumedSize, slicingArguments }]) =>
          isList && assumedSize === null && slicingArguments.length === 0,
      )
      .map(([name]) => `${type.name}.${name}`)
      .filter((name) => !sized.has(name)),
  );
  if (unsized.length > 0) throw new Error(`no @listSize says how long these lists are: ${unsized.join(', ')}`);
  return model;
}

class CostReader {
  readonly #cost: GraphQLDirective | null;
  readonly #listSize: GraphQLDirective | null;
  readonly #introspection: ReadonlyMap<string, number>;

  constructor(schema: GraphQLSchema) {
    this.#cost = schema.getDirective('cost') ?? null;
    this.#listSize = schema.getDirective('listSize') ?? null;
    this.#introspection = introspectionSizes(schema);
  }

  read(typeName: string, { name, type, astNode }: GraphQLField<unknown, unknown>): FieldCost {
    const cost = this.#valuesOf(this.#cost, astNode) as CostArguments | null;
    const size: ListSizeArguments | null = this.#valuesOf(this.#listSize, astNode);
    return {
      calls: cost?.calls ?? 0,
      callsPerRow: cost?.callsPerRow ?? 0,
      mayScan: cost?.mayScan ?? false,
      assumedSize: size?.assumedSize ?? this.#introspection.get(`${typeName}.${name}`) ?? null,
      slicingArguments: (size?.slicingArguments ?? []).map((path) => path.split('.')),
      sizedFields: new Set(size?.sizedFields),
      isList: isListOfObjects(type),
    };
  }

  #valuesOf(directive: GraphQLDirective | null, node: GraphQLField<unknown, unknown>['astNode']): object | null {
    return directive === null || !node ? null : (getDirectiveValues(directive, node) ?? null);
  }
}

function isListOfObjects(type: GraphQLOutputType): boolean {
  const bare = isNonNullType(type) ? type.ofType : type;
  return isListType(bare) && isCompositeType(getNamedType(bare));
}
