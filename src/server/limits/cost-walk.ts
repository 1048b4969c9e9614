import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { subFields } from '../../sub-fields.js';
import type { CostModel, FieldCost } from './cost-model.js';

interface Cost {
  readonly calls: number;
  readonly objects: number;
  readonly mayScan: boolean;
}

interface Ground {
  readonly schema: GraphQLSchema;
  readonly model: CostModel;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Coerced. */
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** Fields whose rows a field above counts: `edges` and `nodes` of a connection. */
interface Sized {
  readonly fields: ReadonlySet<string>;
  readonly rows: number;
}

/** What one field of an operation costs, as often as it may be asked for. */
export interface FieldOnPath {
  /** Names in the answer from the top, joined by dots. */
  readonly path: string;
  /** `Order.customer`. */
  readonly coordinate: string;
  /** How many objects it may be asked of. */
  readonly parents: number;
  /** How many rows each of them may give. */
  readonly rows: number;
  readonly cost: FieldCost;
  /** Of all of them together. */
  readonly calls: number;
}

/** Where the walk is, for those who want to know what each field costs. */
interface Trail {
  readonly path: string;
  readonly parents: number;
  readonly note: (field: FieldOnPath) => void;
}

type Fields = Iterable<readonly [string, readonly FieldNode[]]>;

const free: Cost = { calls: 0, objects: 0, mayScan: false };
const unsized: Sized = { fields: new Set(), rows: 0 };

/** Adds up what the fields of one operation cost, each below as many objects as there may be. */
export class CostWalk {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** @param note is told of every field that has a cost model; of an interface's types, the fields of each */
  root(type: GraphQLObjectType, set: SelectionSetNode, note: Trail['note'] | null = null): Cost {
    const trail = note === null ? null : { path: '', parents: 1, note };
    return this.#fields(type, subFields(this.#ground, type, [{ selectionSet: set }]), unsized, trail);
  }

  #fields(type: GraphQLObjectType, fields: Fields, sized: Sized, trail: Trail | null): Cost {
    let sum = free;
    for (const [, nodes] of fields) sum = add(sum, this.#field(type, nodes, sized, trail));
    return sum;
  }

  #field(parent: GraphQLObjectType, nodes: readonly FieldNode[], sized: Sized, trail: Trail | null): Cost {
    const [node] = nodes;
    if (node === undefined) return free;
    const name = node.name.value;
    const field = parent.getFields()[name];
    const cost = this.#ground.model.get(parent.name)?.get(name);
    if (field === undefined || cost === undefined) return this.#introspection(name, nodes);
    const rows = sized.fields.has(name) ? sized.rows : this.#rowsOf(field, node, cost);
    const own = { calls: cost.calls + cost.callsPerRow * rows, objects: 0, mayScan: cost.mayScan };
    const type = getNamedType(field.type);
    const isSizing = cost.sizedFields.size > 0;
    const seen = trail && { coordinate: `${parent.name}.${name}`, rows, cost, calls: own.calls };
    const below = trail && seen && follow(trail, node, seen, isSizing ? 1 : rows);
    if (isSizing) return add(own, this.#objects(type, nodes, { fields: cost.sizedFields, rows }, below));
    return add(own, times(rows, this.#objects(type, nodes, unsized, below)));
  }

  #introspection(name: string, nodes: readonly FieldNode[]): Cost {
    const type = this.#ground.schema.getType(name === '__schema' ? '__Schema' : '__Type');
    return name === '__typename' || type === undefined ? free : this.#objects(type, nodes, unsized, null);
  }

  /** One object with all below it; of an interface the costliest of its types. */
  #objects(type: GraphQLNamedType, nodes: readonly FieldNode[], sized: Sized, trail: Trail | null): Cost {
    const { schema } = this.#ground;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    let most = free;
    for (const each of types) {
      const fields = subFields(this.#ground, each, nodes);
      most = larger(most, add({ ...free, objects: 1 }, this.#fields(each, fields, sized, trail)));
    }
    return most;
  }

  #rowsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, cost: FieldCost): number {
    const { slicingArguments, assumedSize } = cost;
    if (slicingArguments.length === 0) return assumedSize ?? 1;
    const given = this.#argumentsOf(field, node);
    // The engine refuses the field then, and resolves nothing below it.
    if (given === null) return 0;
    const sizes = slicingArguments.flatMap((path) => sizeAt(given, path));
    return sizes.length === 0 ? (assumedSize ?? 0) : Math.max(0, ...sizes);
  }

  #argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): object | null {
    try {
      return getArgumentValues(field, node, this.#ground.variableValues);
    } catch {
      return null;
    }
  }
}

/** Notes a field; gives the trail below it, where there are so many objects for each one here. */
function follow(
  { path, parents, note }: Trail,
  { alias, name }: FieldNode,
  { calls, ...field }: Omit<FieldOnPath, 'path' | 'parents'>,
  objects: number,
): Trail {
  const here = `${path}${path === '' ? '' : '.'}${(alias ?? name).value}`;
  note({ path: here, parents, ...field, calls: calls * parents });
  return { path: here, parents: parents * objects, note };
}

/** How many rows an argument asks for; nothing when it is not given. */
function sizeAt(given: object, path: readonly string[]): number[] {
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], given);
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? [value.length] : [];
}

function add(one: Cost, other: Cost): Cost {
  return {
    calls: one.calls + other.calls,
    objects: one.objects + other.objects,
    mayScan: one.mayScan || other.mayScan,
  };
}

function times(rows: number, { calls, objects, mayScan }: Cost): Cost {
  return { calls: calls * rows, objects: objects * rows, mayScan };
}

function larger(one: Cost, other: Cost): Cost {
  return {
    calls: Math.max(one.calls, other.calls),
    objects: Math.max(one.objects, other.objects),
    mayScan: one.mayScan || other.mayScan,
  };
}
