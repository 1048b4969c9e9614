import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { problemsOf } from '../../support/config-problems.js';

describe("a variable that begins like a provider's and is no setting", () => {
  it.each([
    ['QAPLA_APIKEY', 'QAPLA_API_KEY'],
    ['QAPLA_API_KEYS', 'QAPLA_API_KEY'],
    ['QAPLA_API_KEYFILE', 'QAPLA_API_KEY_FILE'],
    ['qapla_api_key', 'QAPLA_API_KEY'],
    ['QPILOT_PASSWD', 'QPILOT_PASSWORD'],
    ['QUICKBUTIK_TIMEOUT', 'QUICKBUTIK_TIMEOUT_MS'],
    ['INFLUENCERSOFT_USER_NAME', 'INFLUENCERSOFT_USERNAME'],
    ['QARD_USERID', 'QARD_USER_ID'],
  ])('is refused: %s is asked back as %s', (name, meant) => {
    expect(problemsOf({ [name]: 'some_test_value' })).toEqual([`${name} is no setting; did you mean ${meant}?`]);
  });

  it('is answered with the settings of the provider where none is near', () => {
    expect(problemsOf({ QAPLA_TOKEN: 'some_test_value' })).toEqual([
      "QAPLA_TOKEN is no setting; those of Qapla' are QAPLA_API_KEY, QAPLA_RATE_PER_SECOND, QAPLA_BASE_URL, QAPLA_TIMEOUT_MS, QAPLA_MAX_CONCURRENCY, QAPLA_TIME_ZONE, QAPLA_CURRENCY, QAPLA_ACCOUNT",
    ]);
  });

  it('is told beside what else is wrong, and never its value', () => {
    const problems = problemsOf({ QARD_API_KEY: 'qd_test_key', QARD_USERID: 'qd_test_id', PORT: '99999' });
    expect(problems).toEqual([
      expect.stringContaining('also give QARD_USER_ID'),
      expect.stringContaining('PORT'),
      'QARD_USERID is no setting; did you mean QARD_USER_ID?',
    ]);
    expect(problems.join()).not.toContain('_test_');
  });

  it('is one that has _FILE behind the name of what is no secret', () => {
    expect(problemsOf({ QPILOT_EMAIL_FILE: '/run/secrets/email' })).toHaveLength(1);
  });

  it('is left alone when it is blank, as every variable is', () => {
    expect(problemsOf({ QAPLA_APIKEY: ' ' })).toEqual([]);
  });

  it('is left alone when Kubernetes or Docker gave it for a service of that name', () => {
    const linked = {
      QAPLA_SERVICE_HOST: '10.0.0.1',
      QAPLA_SERVICE_PORT_HTTP: '80',
      QAPLA_PORT: 'tcp://10.0.0.1:80',
      QAPLA_PORT_80_TCP_ADDR: '10.0.0.1',
    };
    expect(loadConfig(linked).mode).toBe('SANDBOX');
  });
});
