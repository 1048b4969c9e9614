import { expectedScope } from './expected-scopes.js';
import { type Field, fieldsOf, isLeaf, objectTypes, type Scope, targetOf } from './printed-schema.js';

export type Arguments = Readonly<Record<string, object>>;

/** One field on the way from the root. */
export interface Step {
  readonly type: string;
  readonly field: string;
  readonly scope: Scope;
}

/** A document that asks for all fields of one type, and the way by which it gets there. */
export interface FieldsDocument {
  readonly title: string;
  readonly text: string;
  readonly way: readonly Step[];
  readonly fields: readonly Step[];
}

const breadth: readonly Scope[] = ['ANYONE', 'CUSTOMER', 'MERCHANT'];

/** A value in the syntax of GraphQL documents. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value instanceof EnumValue) return value.name;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, part]) => `${name}: ${literal(part)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}

export class EnumValue {
  constructor(readonly name: string) {}
}

/** A field with its arguments, as documents write it. */
export function call(typeName: string, { name }: { readonly name: string }, args: Arguments): string {
  const given = Object.entries(args[`${typeName}.${name}`] ?? {});
  return given.length === 0 ? name : `${name}(${given.map(([key, value]) => `${key}: ${literal(value)}`).join(', ')})`;
}

/** Every field of a type, of records their name alone. */
function selectionOf(typeName: string, args: Arguments, isWanted: (field: Field) => boolean = () => true): string {
  const wanted = fieldsOf(typeName).filter(isWanted);
  return wanted.map((field) => `${call(typeName, field, args)}${isLeaf(field) ? '' : ' { __typename }'}`).join(' ');
}

/** Everything down to a depth; what leads back to a type on the way is left out. */
export function deepSelection(typeName: string, depth: number, args: Arguments, above: readonly string[] = []): string {
  const parts = fieldsOf(typeName).flatMap((field) => {
    if (isLeaf(field)) return [field.name];
    const target = targetOf(field);
    if (depth === 0 || above.includes(target) || expectedScope(typeName, field.name) === 'MERCHANT') return [];
    return [`${call(typeName, field, args)} { ${deepSelection(target, depth - 1, args, [...above, typeName])} }`];
  });
  return ['__typename', ...parts].join(' ');
}

/** A document for each root field, and one for each type behind them, by the way that most callers may go. */
export function fieldDocuments(rootType: string, args: Arguments): readonly FieldsDocument[] {
  const kind = rootType.toLowerCase();
  const roots = fieldsOf(rootType).map((field): FieldsDocument => {
    const below = isLeaf(field) ? '' : ' { __typename }';
    const step = stepOf(rootType, field);
    return {
      title: `${rootType}.${field.name}`,
      text: `${kind} { ${call(rootType, field, args)}${below} }`,
      way: [],
      fields: [step],
    };
  });
  const types = waysFrom(rootType).map(([typeName, way]): FieldsDocument => {
    const inner = `__typename ${selectionOf(typeName, args)}`;
    const text = way.reduceRight(
      (below, { type, field }) => `${call(type, { name: field }, args)} { ${below} }`,
      inner,
    );
    return {
      title: typeName,
      text: `${kind} { ${text} }`,
      way,
      fields: fieldsOf(typeName).map((field) => stepOf(typeName, field)),
    };
  });
  return [...roots, ...types];
}

function stepOf(typeName: string, { name }: Field): Step {
  return { type: typeName, field: name, scope: expectedScope(typeName, name) };
}

/** The shortest way to each type, over the fields that most callers may ask for. */
function waysFrom(rootType: string): readonly (readonly [string, readonly Step[]])[] {
  const ways = new Map<string, readonly Step[]>();
  const isObject = (name: string) => objectTypes.some((type) => type.name === name);
  for (const widest of breadth) {
    const open: (readonly [string, readonly Step[]])[] = [[rootType, []], ...ways];
    while (open.length > 0) {
      const [typeName, way] = open.shift() ?? ['', []];
      for (const field of fieldsOf(typeName)) {
        const step = stepOf(typeName, field);
        const target = targetOf(field);
        if (isLeaf(field) || !isObject(target) || ways.has(target)) continue;
        if (breadth.indexOf(step.scope) > breadth.indexOf(widest)) continue;
        ways.set(target, [...way, step]);
        open.push([target, [...way, step]]);
      }
    }
  }
  return [...ways];
}
