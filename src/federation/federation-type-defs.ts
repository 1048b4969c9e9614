import { type DocumentNode, parse } from 'graphql';
import { entityKeys } from '../resolvers/load-reference.js';

/** What the subgraph says of itself beside the released schema: which federation it speaks, its keys, and what others may have too. */
export function federationTypeDefs(): DocumentNode {
  const keys = [...entityKeys].map(
    ([type, fields]) => `extend type ${type} ${fields.map((field) => `@key(fields: "${field}")`).join(' ')}`,
  );
  return parse(
    [
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])',
      ...keys,
      // Every schema with connections has this one, field by field the same.
      'extend type PageInfo @shareable',
    ].join('\n'),
  );
}
