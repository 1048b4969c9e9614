import { expect, test } from 'vitest';
import { askedWithoutKey, startQapla } from './start-qapla.js';

const aramex = { code: 'ARAMEX', name: 'Aramex', country: 'global' };

test('lists the couriers of some regions, whatever the count says, and asks an equal question once', async () => {
  const courier = [aramex, { code: 'X', name: '' }, { name: 'nameless' }];
  await using qapla = await startQapla(() => ({
    json: { getCouriers: { result: 'OK', error: null, count: 58, courier } },
  }));
  const { couriers } = qapla.source;

  const [first, second] = await Promise.all([couriers(['it', 'global']), couriers(['it', 'global'])]);

  expect(first).toEqual([aramex, { code: 'X', name: 'X', country: null }]);
  expect(second).toBe(first);
  expect(askedWithoutKey(qapla.requests)).toEqual(['/getCouriers/ country=it,global']);
});

test('leaves the regions out when none is given and reads the plural name as well', async () => {
  await using qapla = await startQapla(() => ({ json: { getCouriers: { result: 'OK', couriers: [aramex] } } }));

  expect(await qapla.source.couriers([])).toEqual([aramex]);
  expect(askedWithoutKey(qapla.requests)).toEqual(['/getCouriers/']);
});

test('breaks the contract when no couriers come with a success', async () => {
  await using qapla = await startQapla(() => ({ json: { getCouriers: { result: 'OK', count: 58 } } }));

  await expect(qapla.source.couriers([])).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
});

test('reads the credits left with their Italian time in UTC, once per operation', async () => {
  const json = { getCredits: { result: 'OK', credits: 100, date: '2017-02-14 11:07:17' } };
  await using qapla = await startQapla(() => ({ json }));

  expect(await qapla.source.credits()).toEqual({ remaining: 100, at: '2017-02-14T10:07:17Z' });
  await qapla.source.credits();
  expect(askedWithoutKey(qapla.requests)).toEqual(['/getCredits/']);
});

test('has no credits where the number cannot be read', async () => {
  await using qapla = await startQapla(() => ({ json: { getCredits: { result: 'OK', credits: 'many' } } }));

  expect(await qapla.source.credits()).toBeNull();
  expect(qapla.warnings).toEqual(['credits']);
});
