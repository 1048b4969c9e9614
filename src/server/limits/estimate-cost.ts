import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { CostModel } from './cost-model.js';
import { CostWalk, type FieldOnPath } from './cost-walk.js';

/** What an operation may cost, estimated high. */
export interface OperationCost {
  /** Calls to providers. */
  readonly calls: number;
  /** Objects in the answer. */
  readonly objects: number;
  /** What limits and rates are counted in: a call is one point, and so are twenty objects. */
  readonly points: number;
}

interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced, so that they are what the resolvers will be given. */
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Parts {
  readonly schema: GraphQLSchema;
  readonly model: CostModel;
  /** What looking for rows one by one costs, once in an operation. */
  readonly scanCalls: number;
}

const objectsPerPoint = 20;

/** Estimates operations by the costs that the schema declares. */
export class CostEstimator {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The cost of an operation of a valid document. Fields that are merged in the answer count once, as they are resolved once. */
  estimate(asked: Asked): OperationCost {
    return this.#estimate(asked, null);
  }

  /** The same with what each field adds to it. */
  explain(asked: Asked): { readonly cost: OperationCost; readonly fields: readonly FieldOnPath[] } {
    const fields: FieldOnPath[] = [];
    const cost = this.#estimate(asked, (field) => fields.push(field));
    return { cost, fields };
  }

  #estimate({ document, operation, variables }: Asked, note: ((field: FieldOnPath) => void) | null): OperationCost {
    const { schema, model, scanCalls } = this.#parts;
    const root = schema.getRootType(operation.operation);
    if (!root) return { calls: 0, objects: 0, points: 1 };
    const walk = new CostWalk({ schema, model, fragments: fragmentsOf(document), variableValues: variables });
    const { calls, objects, mayScan } = walk.root(root, operation.selectionSet, note);
    const allCalls = calls + (mayScan ? scanCalls : 0);
    return {
      calls: Math.ceil(allCalls),
      objects: Math.ceil(objects),
      points: Math.max(1, Math.ceil(allCalls + objects / objectsPerPoint)),
    };
  }
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
