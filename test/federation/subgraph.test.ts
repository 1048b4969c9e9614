import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { federatedSdl, loadFederatedSchema } from '../../src/federation/federated-schema.js';
import { subgraphSdl } from '../../src/federation/subgraph-sdl.js';
import { loadSchema } from '../../src/server/load-schema.js';
import { problemsOf } from '../support/config-problems.js';
import { at, startTestGateway } from '../support/gateway.js';

const keysOf = (sdl: string) =>
  [...sdl.matchAll(/^extend type (\w+) ((?:@key\(fields: "\w+"\) ?)+)$/gm)].map(([, type, keys = '']) => [
    type,
    [...keys.matchAll(/"(\w+)"/g)].map(([, key]) => key),
  ]);

describe('a gateway without FEDERATION=1', () => {
  it('has neither _entities nor _service', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 5 } });
    for (const document of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
      const { errors } = await gateway.query(document);
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    }
    const names = Object.keys(loadSchema().getTypeMap());
    expect(names.filter((name) => /^_[^_]|__(?:FieldSet|Import|Purpose)$/.test(name))).toEqual([]);
  });
});

describe('a gateway with FEDERATION=1', () => {
  it('tells composers its SDL, by which a subgraph can be built', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 5 }, env: { FEDERATION: '1' } });
    const sdl = at(await gateway.query('{ _service { sdl } }'), '_service.sdl') as string;
    expect(sdl).toBe(federatedSdl());
    expect(() => buildSubgraphSchema(parse(sdl))).not.toThrow();
  });

  it('has the fields of the released schema and two more', () => {
    const fieldsOf = (schema: ReturnType<typeof loadSchema>) => Object.keys(schema.getQueryType()?.getFields() ?? {});
    const added = fieldsOf(loadFederatedSchema(1)).filter((field) => !fieldsOf(loadSchema()).includes(field));
    expect(added.sort()).toEqual(['_entities', '_service']);
  });

  it('does not start with documents of its own to trust', () => {
    expect(problemsOf({ FEDERATION: '1', TRUSTED_DOCUMENTS: 'client/persisted-documents.json' })).toEqual([
      'FEDERATION=1 and TRUSTED_DOCUMENTS exclude each other: a router writes documents of its own; give the manifest to the router',
    ]);
  });
});

describe('the SDL for composers', () => {
  const sdl = federatedSdl();

  it('has the keys by which other subgraphs refer to records', () => {
    expect(keysOf(sdl)).toEqual([
      ['CommerceCustomer', ['id']],
      ['CommerceLocation', ['id']],
      ['CommerceOrder', ['id']],
      ['CommerceProduct', ['id']],
      ['Customer', ['id', 'email']],
      ['Order', ['id']],
      ['Product', ['id', 'sku']],
      ['ScheduledOrder', ['id']],
      ['Shipment', ['id', 'trackingNumber']],
    ]);
  });

  it('has nothing that federation defines, and none of the rules of this process', () => {
    expect(sdl.match(/\b_entities\b|\b_service\b|\b_Any\b|\b_Entity\b|\b_Service\b|federation__|link__/g)).toBeNull();
    expect(sdl.match(/directive @(?!oneOf\b)\w+/g)).toBeNull();
    expect(sdl.match(/@access|@cost|@listSize|AccessScope/g)).toBeNull();
  });

  it('leaves out a directive with the types that it alone refers to, and an extension that is empty without it', () => {
    const given = parse(`
      directive @inner(to: Scope!) on OBJECT | FIELD_DEFINITION
      enum Scope { ALL }
      enum Kept { ALL }
      type Query @inner(to: ALL) { a: Kept @inner(to: ALL) @deprecated }
      extend type Query @inner(to: ALL)
    `);
    expect(subgraphSdl(given, ['inner'])).toBe('enum Kept {\n  ALL\n}\n\ntype Query {\n  a: Kept @deprecated\n}\n');
  });
});
