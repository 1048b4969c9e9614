import { describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { operations } from '../support/operations.js';

interface Tab {
  readonly name: string;
  readonly document: string;
  readonly variables: object;
}

/** The tabs of Apollo Sandbox and of the bundled explorer, as their pages are given them. */
async function tabsOf({ url }: TestGateway): Promise<Readonly<Record<string, readonly Tab[]>>> {
  const read = async (path: string, line: RegExp) => {
    const text = await (await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })).text();
    return JSON.parse(line.exec(text)?.[1] ?? '') as unknown;
  };
  const examples = (await read('/', /^const examples = (.*);$/m)) as Tab[];
  const atGraphQL = (await read('/graphql', /^const examples = (.*);$/m)) as Tab[];
  const windows = (await read('/explorer/initial-options.js', /^const windows = (.*);$/m)) as {
    readonly initialName: string;
    readonly initialQuery: string;
    readonly initialVariables: string;
  }[];
  const bundled = windows.map(({ initialName, initialQuery, initialVariables }) => ({
    name: initialName,
    document: initialQuery,
    variables: JSON.parse(initialVariables) as object,
  }));
  return { '/': examples, '/graphql': atGraphQL, '/explorer/': bundled };
}

const isMutation = ({ name }: Tab) => operations[name]?.kind === 'mutation';

describe('the explorers', () => {
  it('have in live mode no variables that would change a shop, and a click on such a tab asks no provider', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 10 } });
    for (const tabs of Object.values(await tabsOf(gateway))) {
      const mutations = tabs.filter(isMutation);
      expect(mutations.length).toBeGreaterThan(15);
      for (const { name, document, variables } of mutations) {
        const answer = await gateway.query(document, variables);
        expect([name, variables, answer.errors?.[0]?.message]).toEqual([
          name,
          {},
          expect.stringMatching(/^Variable "\$input" of required type/),
        ]);
      }
      expect(tabs.find(({ name }) => name === 'Customer360')?.variables).toMatchObject({ by: {} });
    }
    expect(gateway.calls()).toEqual({});
  });

  it('keep the tabs of a real shop apart from those of the sandbox in the browser', async () => {
    const namespaceOf = async (mode: 'LIVE' | 'SANDBOX') => {
      await using gateway = await startTestGateway({ sandbox: { orders: 10 }, mode });
      const script = await (await fetch(`${gateway.url}/explorer/initial-options.js`)).text();
      return /"instanceStorageNamespace":"(\w+)"/.exec(script)?.[1];
    };
    expect([await namespaceOf('LIVE'), await namespaceOf('SANDBOX')]).toEqual([
      'commercegraph_live_',
      'commercegraph_',
    ]);
  });

  it('have in the sandbox an input for each mutation, with a key of its own', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 10 }, mode: 'SANDBOX' });
    for (const tabs of Object.values(await tabsOf(gateway))) {
      const inputs = tabs.filter(isMutation).map(({ variables }) => (variables as { input?: object }).input);
      expect(inputs).not.toContain(undefined);
    }
  });
});
