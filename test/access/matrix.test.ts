import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, TestGateway } from '../support/gateway.js';
import { argumentsFor, findAnnsThings } from './support/arguments.js';
import { badCredentials, bearer, customerClaims, tokenOf } from './support/credentials.js';
import { type FieldsDocument, fieldDocuments, type Step } from './support/documents.js';
import { expectedRoots, expectedScope } from './support/expected-scopes.js';
import { fieldsOf, objectTypes, printedScope, type Scope } from './support/printed-schema.js';
import { ann, asAnn, asBob, asMerchant, codesByPlace, startShop, withKey, writesAt } from './support/shop.js';

/** Credentials that are tried at each field; the others are told apart before any field is looked at. */
const askedWidely = /^(expired|no signature|another secret|HS512|RS256|wrong|not yet|no end|garbage|none)/;

type Sees = 'EVERYTHING' | 'HER_RECORD' | 'NOTHING_OF_HERS';

interface AskedBy {
  readonly title: string;
  readonly headers: Record<string, string>;
  readonly scope: Scope;
  readonly sees: Sees;
  readonly isPublic?: boolean;
}

let gateway: TestGateway;
let catalog: TestGateway;
let queries: readonly FieldsDocument[];
let mutations: readonly FieldsDocument[];
let callers: readonly AskedBy[];

beforeAll(async () => {
  gateway = await startShop();
  catalog = await startShop({ env: { PUBLIC_CATALOG: '1' }, over: gateway.sandbox });
  const things = await findAnnsThings(gateway);
  queries = fieldDocuments('Query', argumentsFor(things));
  mutations = fieldDocuments('Mutation', argumentsFor(things)).filter(({ way }) => way.length === 0);
  const customer = async (claims: object) => bearer(await tokenOf({ scope: 'customer', ...claims }));
  callers = [
    { title: 'the merchant', headers: await asMerchant(), scope: 'MERCHANT', sees: 'EVERYTHING' },
    { title: 'an API key', headers: withKey, scope: 'MERCHANT', sees: 'EVERYTHING' },
    { title: 'Ann', headers: await asAnn(), scope: 'CUSTOMER', sees: 'EVERYTHING' },
    {
      title: 'Ann by her id alone',
      headers: await customer(customerClaims(null, ann.id)),
      scope: 'CUSTOMER',
      sees: 'HER_RECORD',
    },
    {
      title: 'Ann by her e-mail, unverified',
      headers: await customer({ email: ann.email, email_verified: false }),
      scope: 'CUSTOMER',
      sees: 'NOTHING_OF_HERS',
    },
    {
      title: 'Ann by her e-mail, verified in words',
      headers: await customer({ email: ann.email, email_verified: 'true' }),
      scope: 'CUSTOMER',
      sees: 'NOTHING_OF_HERS',
    },
    { title: 'Bob', headers: await asBob(), scope: 'CUSTOMER', sees: 'NOTHING_OF_HERS' },
    {
      title: 'nobody, where the catalog is public',
      headers: {},
      scope: 'ANYONE',
      sees: 'NOTHING_OF_HERS',
      isPublic: true,
    },
  ];
});
afterAll(async () => {
  await catalog[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});
beforeEach(() => gateway.sandbox.clear());

const breadth: readonly Scope[] = ['ANYONE', 'CUSTOMER', 'MERCHANT'];
const isOpenTo = (scope: Scope, step: Step) => breadth.indexOf(step.scope) <= breadth.indexOf(scope);

const ask = (text: string, caller: AskedBy) => (caller.isPublic ? catalog : gateway).query(text, {}, caller.headers);

/** The refusals that the rules lead to, by place. */
function expectedRefusals({ way, fields }: FieldsDocument, { scope, sees }: AskedBy): Record<string, string> {
  const code = scope === 'ANYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  const placeOf = (steps: readonly Step[]) => steps.map(({ field }) => field).join('.');
  const isHers = expectedScope('Query', way[0]?.field ?? '') === 'CUSTOMER';
  const closed = way.findIndex((step) => !isOpenTo(scope, step));
  // Behind a record that is not shown nothing is asked any more.
  if (closed > 0 && isHers && sees === 'NOTHING_OF_HERS') return {};
  if (closed !== -1) return { [placeOf(way.slice(0, closed + 1))]: code };
  if (isHers && sees === 'NOTHING_OF_HERS') return {};
  const refused = fields.filter((step) => !isOpenTo(scope, step) || (isHers && isUnproven(step, sees)));
  const unproven = sees === 'HER_RECORD' ? way.findIndex((step) => isUnproven(step, sees)) : -1;
  if (unproven !== -1) return { [placeOf(way.slice(0, unproven + 1))]: code };
  return Object.fromEntries(refused.map((step) => [placeOf([...way, step]), code]));
}

/** Orders are found by e-mail, which an id alone does not prove. */
function isUnproven({ type, field }: Step, sees: Sees): boolean {
  const unproven = ['Customer.orders', 'Customer.shipments', 'ScheduledOrder.orders'];
  return sees === 'HER_RECORD' && unproven.includes(`${type}.${field}`);
}

function refusalsIn(answer: Answer): Record<string, unknown> {
  const codes = Object.entries(codesByPlace(answer));
  return Object.fromEntries(codes.filter(([, code]) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED'));
}

describe('the printed schema', () => {
  it('has the rules that are written down here for each of its fields', () => {
    const differing = objectTypes.flatMap((type) =>
      fieldsOf(type.name)
        .filter((field) => printedScope(type, field) !== expectedScope(type.name, field.name))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(differing).toEqual([]);
  });

  it('has the root fields that are written down here and no others', () => {
    const roots = ['Query', 'Mutation', 'Subscription'].flatMap((type) =>
      fieldsOf(type).map(({ name }) => `${type}.${name}`),
    );
    expect(roots.toSorted()).toEqual(Object.keys(expectedRoots).toSorted());
  });

  it('has each type behind a query among the documents that are asked here', () => {
    const asked = new Set(queries.flatMap(({ fields }) => fields.map(({ type }) => type)));
    const left = objectTypes.map(({ name }) => name).filter((name) => !asked.has(name));
    expect(
      left.filter(
        (name) => !/^(Mutation|Subscription|\w+Payload|\w+Change|\w+Result|UserError|ForgottenRecords)$/.test(name),
      ),
    ).toEqual([]);
  });
});

describe('a query', () => {
  it('answers each caller each field as its rule says, and refuses it where the rule says so', async () => {
    const wrong: unknown[] = [];
    for (const caller of callers) {
      for (const document of queries) {
        const answer = await ask(document.text, caller);
        const refused = refusalsIn(answer);
        const expected = expectedRefusals(document, caller);
        const isSame =
          JSON.stringify(Object.entries(refused).sort()) === JSON.stringify(Object.entries(expected).sort());
        const isBroken = Object.values(codesByPlace(answer)).includes('INTERNAL_SERVER_ERROR');
        if (answer.status !== 200 || answer.data === undefined || !isSame || isBroken) {
          wrong.push({ caller: caller.title, document: document.title, refused, expected, errors: answer.errors });
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('shows Ann and the merchant her things and nobody else', async () => {
    const shown = Object.fromEntries(
      await Promise.all(
        callers.map(async (caller) => {
          const roots = queries.filter(({ title }) =>
            /^Query\.(customer|order|scheduledOrder|shipment|node|nodes)$/.test(title),
          );
          const answers = await Promise.all(roots.map(({ text }) => ask(text, caller)));
          const isSeen = ({ data }: Answer) =>
            Object.values(data ?? {})
              .flat()
              .some((value) => value !== null);
          return [
            caller.title,
            roots.filter((_, index) => isSeen(answers[index] as Answer)).map(({ title }) => title.slice(6)),
          ];
        }),
      ),
    );
    const all = ['customer', 'node', 'nodes', 'order', 'scheduledOrder', 'shipment'];
    expect(shown).toEqual({
      'the merchant': all,
      'an API key': all,
      Ann: all,
      'Ann by her id alone': ['customer', 'nodes', 'scheduledOrder'],
      'Ann by her e-mail, unverified': [],
      'Ann by her e-mail, verified in words': [],
      Bob: [],
      'nobody, where the catalog is public': [],
    });
  });

  it('sends nothing upstream for a root field that is refused', async () => {
    const closed = queries.filter(
      ({ way, fields }) => way.length === 0 && fields.every(({ scope }) => scope === 'MERCHANT'),
    );
    const ofCustomers = queries.filter(
      ({ way, fields }) => way.length === 0 && fields.every(({ scope }) => scope === 'CUSTOMER'),
    );
    for (const caller of callers.filter(({ scope }) => scope !== 'MERCHANT')) {
      for (const { text } of caller.scope === 'ANYONE' ? [...closed, ...ofCustomers] : closed) await ask(text, caller);
    }
    expect(closed.length).toBeGreaterThan(5);
    expect(gateway.calls()).toEqual({});
  });
});

describe('a mutation', () => {
  it('is refused to everybody but the merchant, and nothing is sent for it', async () => {
    const others = callers.filter(({ scope }) => scope !== 'MERCHANT');
    const wrong: unknown[] = [];
    for (const caller of others) {
      for (const { text, title, fields } of mutations) {
        if (title === 'Mutation.updateScheduledOrder') continue;
        const answer = await ask(text, caller);
        const code = caller.scope === 'ANYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        const name = fields[0]?.field ?? '';
        const isRefused = codesByPlace(answer)[name] === code && answer.data?.[name] === null;
        if (!isRefused) wrong.push({ caller: caller.title, title, answer: answer.errors ?? answer.data });
      }
    }
    expect(wrong).toEqual([]);
    expect(mutations).toHaveLength(20);
    expect(gateway.calls()).toEqual({});
  });

  it('changes a scheduled order for Ann and the merchant alone', async () => {
    const document = mutations.find(({ title }) => title === 'Mutation.updateScheduledOrder')?.text ?? '';
    const changed: Record<string, boolean> = {};
    for (const caller of callers) {
      gateway.sandbox.clear();
      await ask(document.replace('{ __typename }', '{ userErrors { code } }'), caller);
      changed[caller.title] = writesAt(gateway.sandbox).length > 0;
    }
    expect(changed).toEqual({
      'the merchant': true,
      'an API key': true,
      Ann: true,
      'Ann by her id alone': true,
      'Ann by her e-mail, unverified': false,
      'Ann by her e-mail, verified in words': false,
      Bob: false,
      'nobody, where the catalog is public': false,
    });
  });

  it('is open to the merchant, whatever becomes of it', async () => {
    const refused: Record<string, unknown>[] = [];
    const isForgetting = ({ title }: FieldsDocument) => /forget|delete/.test(title);
    const inOrder = [...mutations.filter((document) => !isForgetting(document)), ...mutations.filter(isForgetting)];
    for (const { text, title } of inOrder) {
      const answer = await gateway.query(text, {}, await asMerchant());
      if (answer.status !== 200 || !answer.data || Object.keys(refusalsIn(answer)).length > 0)
        refused.push({ title, errors: answer.errors });
    }
    expect(refused).toEqual([]);
  });
});

describe('credentials that do not hold', () => {
  it('are refused for each query and mutation with 401 and no data, and nothing is sent', async () => {
    const bad = { ...(await badCredentials()), none: {} };
    const widely = Object.entries(bad).filter(([title]) => askedWidely.test(title));
    expect(widely).toHaveLength(11);
    const wrong: unknown[] = [];
    for (const [title, headers] of Object.entries(bad)) {
      const isWide = widely.some(([name]) => name === title);
      for (const { text, title: document } of isWide ? [...queries, ...mutations] : queries.slice(0, 3)) {
        const answer = await gateway.query(text, {}, headers);
        const [first, ...more] = answer.errors ?? [];
        const isRefused = answer.status === 401 && answer.data === undefined && more.length === 0;
        if (!isRefused || !JSON.stringify(first?.extensions).includes('"UNAUTHENTICATED","retryable":false')) {
          wrong.push({ title, document, status: answer.status, errors: answer.errors });
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(gateway.calls()).toEqual({});
  }, 60_000);

  it('are refused where the catalog is public too: only who shows none is nobody', async () => {
    const statuses = await Promise.all(
      Object.values(await badCredentials()).map((headers) => catalog.query('{ __typename }', {}, headers)),
    );
    expect(statuses.map(({ status }) => status)).toEqual(statuses.map(() => 401));
  });
});
