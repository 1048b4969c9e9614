import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { nodeLoaders } from '../../src/resolvers/load-node.js';
import { loadSchema } from '../../src/server/load-schema.js';
import { fixedInputs, operations } from '../support/operations.js';

const schema = loadSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const objects = types.filter(isObjectType);

const fieldText = (type: GraphQLNamedType | undefined) =>
  isInputObjectType(type)
    ? Object.values(type.getFields()).map(({ name, type: fieldType }) => `${name}: ${String(fieldType)}`)
    : [];

describe('the schema', () => {
  it.each(Object.entries(operations))('validates the operation %s', (_, { document }) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  it('has every fixed enum it uses, member by member', () => {
    const fixed = parse(fixedInputs).definitions.filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION);
    const used = fixed.filter(({ name }) => schema.getType(name.value) !== undefined);
    expect(used.length).toBeGreaterThan(10);
    for (const { name, values = [] } of used) {
      const type = schema.getType(name.value);
      const members = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
      expect([name.value, members]).toEqual([
        name.value,
        expect.arrayContaining(values.map((value) => value.name.value)),
      ]);
    }
  });

  it('has every fixed input, field by field', () => {
    const fixed = parse(fixedInputs).definitions.filter(
      (definition) => definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION,
    );
    expect(fixed.length).toBeGreaterThan(40);
    for (const { name, fields = [] } of fixed) {
      const expected = fields.map((field) => `${field.name.value}: ${print(field.type)}`);
      expect([name.value, fieldText(schema.getType(name.value))]).toEqual([name.value, expected]);
    }
  });

  it('takes exactly one key in every look-up', () => {
    const lookups = types.filter(({ name }) => name.endsWith('Lookup')).filter(isInputObjectType);
    expect(lookups.map(({ name, isOneOf }) => [name, isOneOf])).toEqual(lookups.map(({ name }) => [name, true]));
  });

  it('loads every type with an id from its id alone', () => {
    const withId = objects.filter((type) => type.getFields()['id'] !== undefined).map(({ name }) => name);
    const node = schema.getType('Node');
    expect(
      isInterfaceType(node) &&
        schema
          .getPossibleTypes(node)
          .map(({ name }) => name)
          .sort(),
    ).toEqual(withId.sort());
    expect([...Object.keys(nodeLoaders), 'Customer'].sort()).toEqual(withId.sort());
  });

  it('gives every type with an id its external id, the customer excepted only in being nullable', () => {
    const missing = objects
      .filter((type) => type.getFields()['id'] !== undefined && type.getFields()['externalId'] === undefined)
      .map(({ name }) => name);
    expect(missing).toEqual([]);
  });

  it('shapes every connection alike', () => {
    const connections = objects.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(8);
    for (const connection of connections) {
      const row = connection.name.replace(/Connection$/, '');
      const fields = connection.getFields();
      expect(String(fields['edges']?.type)).toBe(`[${row}Edge!]!`);
      expect(String(fields['nodes']?.type)).toBe(`[${row}!]!`);
      expect(String(fields['pageInfo']?.type)).toBe('PageInfo!');
    }
  });

  it('pages every connection with first and after', () => {
    const fields = objects.flatMap((type: GraphQLObjectType) => Object.values(type.getFields()));
    const connections = fields.filter((field) => String(field.type).endsWith('Connection'));
    for (const { name, args } of connections) {
      expect([name, args.map((argument) => argument.name)]).toEqual([name, expect.arrayContaining(['first', 'after'])]);
    }
  });

  it('describes every type, field, argument and enum value', () => {
    const silent = types
      .filter(({ astNode }) => astNode)
      .flatMap((type) => [
        ...(type.description ? [] : [type.name]),
        ...(isObjectType(type) || isInterfaceType(type)
          ? Object.values(type.getFields()).flatMap((field) => [
              ...(field.description ? [] : [`${type.name}.${field.name}`]),
              ...field.args
                .filter(({ description }) => !description)
                .map(({ name }) => `${type.name}.${field.name}(${name})`),
            ])
          : []),
        ...(isEnumType(type)
          ? type
              .getValues()
              .filter(({ description }) => !description)
              .map(({ name }) => `${type.name}.${name}`)
          : []),
      ]);
    expect(silent).toEqual([]);
  });

  it('is the one that is printed and committed', () => {
    const printed = parse(readFileSync(join(import.meta.dirname, '../../schema.printed.graphql'), 'utf8'));
    const names = printed.definitions.flatMap((definition) =>
      definition.kind !== Kind.DIRECTIVE_DEFINITION && 'name' in definition && definition.name
        ? [definition.name.value]
        : [],
    );
    expect(
      types
        .map(({ name }) => name)
        .filter((name) => !['String', 'Int', 'Boolean', 'ID', 'Float'].includes(name))
        .sort(),
    ).toEqual(names.sort());
  });
});
