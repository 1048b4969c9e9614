import { composeServices as composeByApollo } from '@apollo/composition';
import { composeServices as composeByTheGuild } from '@theguild/federation-composition';
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE } from '@wundergraph/composition';
import { parse, print } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { loyaltySdl } from '../src/loyalty/start-loyalty.js';
import { readSdl, startCommercegraph } from './commercegraph.js';

let commerceSdl: string;
beforeAll(async () => {
  const commerce = await startCommercegraph();
  commerceSdl = await readSdl(commerce.url);
  await commerce.close();
});

const subgraphs = () => [
  { name: 'commercegraph', url: 'http://127.0.0.1:4000/graphql', sdl: commerceSdl },
  { name: 'loyalty', url: 'http://127.0.0.1:4101', sdl: loyaltySdl },
];

/** The errors of each composer, and the supergraph that came out; of Apollo's also what it finds odd. */
const composers = {
  Apollo: () => {
    const { errors, hints, supergraphSdl } = composeByApollo(
      subgraphs().map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    );
    return { problems: [...(errors ?? []), ...(hints ?? [])].map(({ message }) => message), sdl: supergraphSdl };
  },
  'The Guild': () => {
    const { errors, supergraphSdl } = composeByTheGuild(
      subgraphs().map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    );
    return { problems: (errors ?? []).map(({ message }) => message), sdl: supergraphSdl };
  },
  WunderGraph: () => {
    const result = federateSubgraphs({
      subgraphs: subgraphs().map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) })),
      version: ROUTER_COMPATIBILITY_VERSION_ONE,
    });
    return result.success
      ? { problems: [], sdl: print(result.federatedGraphAST) }
      : { problems: result.errors.map(({ message }) => message), sdl: undefined };
  },
};

describe('commercegraph and the loyalty program', () => {
  it.each(Object.entries(composers))('compose by the composer of %s', (_, compose) => {
    const { problems, sdl } = compose();
    expect(problems).toEqual([]);
    const customer = /^type Customer\b[^{]*\{[\s\S]*?^\}/m.exec(sdl ?? '')?.[0] ?? '';
    expect(customer).toMatch(/^ {2}loyalty: LoyaltyAccount\b/m);
    expect(customer).toMatch(/^ {2}orders\(/m);
  });
});
