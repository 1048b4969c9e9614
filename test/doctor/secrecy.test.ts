import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { examine } from '../../src/doctor/examine.js';
import { reportOf, toJson } from '../../src/doctor/report.js';
import { toTable } from '../../src/doctor/table.js';
import { type FakeReply, type ReceivedRequest, startFakeUpstream } from '../support/fake-upstream.js';

const secrets = {
  QPILOT_PASSWORD: 'qpilot_test_password',
  QUICKBUTIK_API_KEY: 'qb_test_key_echoed',
  INFLUENCERSOFT_API_KEY: 'is_test_key_echoed',
  INFLUENCERSOFT_SECRET: 'is_test_secret_echoed',
  QAPLA_API_KEY: '418529637',
  QARD_API_KEY: 'qd_test_key_echoed',
  ID_SECRET: 'id_test_secret_of_the_gateway',
};
const person = { name: 'Chiara Sanna', email: 'chiara@example.com', phone: '0701234567', street: 'Via Roma 1' };
const others = {
  QPILOT_SITE_ID: '11',
  QPILOT_EMAIL: 'merchant@example.com',
  INFLUENCERSOFT_USERNAME: 'demo',
  QARD_USER_ID: '77',
  LOG_LEVEL: 'trace',
};
const forbidden = [...Object.values(secrets), ...Object.values(person), 'merchant@example.com', 'issued_token'];

/** Everything a provider knows, in every place where it could put it. */
const everything = Object.values(secrets).concat(Object.values(person)).join(' ');
const row = { ...person, id: everything, externalId: everything, order_id: everything, customer: person, products: [] };
const headers = {
  location: `http://127.0.0.1:1/${encodeURIComponent(everything)}`,
  'retry-after': everything,
  'x-echo': everything,
  'content-type': 'application/json',
  date: everything,
};

const answers: Readonly<Record<string, (request: ReceivedRequest) => FakeReply>> = {
  'a success that echoes': () => ({
    headers,
    json: {
      tokenBearerAuth: 'issued_token',
      items: [row],
      orders: [row],
      results: [{ ...row, category_id: everything }],
      getCredits: { result: 'OK', credits: Number(secrets.QAPLA_API_KEY), date: everything },
      result: [{ ...row, status: everything }],
      error_code: everything,
    },
  }),
  'a refusal that echoes': ({ path }) => ({
    status: path.endsWith('Login') ? 200 : 403,
    headers,
    json: { tokenBearerAuth: 'issued_token', error: everything, message: everything, [everything]: everything },
  }),
  'an error inside a success': () => ({
    headers,
    json: { [everything]: { result: 'KO', error: everything }, error: everything, code: everything },
  }),
  'a redirect that echoes': () => ({ status: 302, headers, text: everything }),
  'no JSON': () => ({ headers, text: `<html>${everything}</html>` }),
  'a failure that echoes': () => ({ status: 500, headers, text: everything }),
};

describe('what the doctor prints', () => {
  it.each(Object.entries(answers))('holds no secret and no person after %s', async (_, respond) => {
    await using upstream = await startFakeUpstream(respond);
    const bases = ['QPILOT', 'QUICKBUTIK', 'INFLUENCERSOFT', 'QAPLA', 'QARD'].map((name) => [
      `${name}_BASE_URL`,
      upstream.url,
    ]);
    const env = { ...secrets, ...others, ...Object.fromEntries(bases) };
    const report = reportOf(await examine(loadConfig(env)), new Date());
    const printed = toTable(report, 100) + toJson(report);
    expect(upstream.requests.length).toBeGreaterThan(4);
    for (const text of forbidden) expect(printed).not.toContain(text);
  });
});
