import { describe, expect, it } from 'vitest';
import type { FakeReply } from '../../support/fake-upstream.js';
import { askedWithoutKey, startQapla } from './start-qapla.js';

async function deleteWith(reply: FakeReply): Promise<unknown> {
  await using started = await startQapla(() => reply);
  const outcome = await started.source.writes
    .deleteShipment('1Z0V5V416840696735')
    .catch((error: { code: string; words?: string }) => [error.code, error.words]);
  expect(askedWithoutKey(started.requests)).toEqual(['/deleteTrack/ trackingNumber=1Z0V5V416840696735']);
  expect(started.requests[0]?.method).toBe('GET');
  return outcome;
}

describe('deleting a parcel', () => {
  it('is done when the document’s answer comes', async () => {
    expect(await deleteWith({ json: { deleteTrack: { error: false, result: 'OK' } } })).toBe(true);
  });

  it.each([
    { error: true, message: 'nothing found' },
    { result: 'KO', error: 'Nothing found.' },
  ])('finds no parcel after %j', async (deleteTrack) => {
    expect(await deleteWith({ json: { deleteTrack } })).toBe(false);
  });

  it('passes on another refusal', async () => {
    const reply = { json: { deleteTrack: { result: 'KO', error: 'shipment is locked' } } };
    expect(await deleteWith(reply)).toEqual(['PROVIDER_REJECTED', 'shipment is locked']);
  });

  it.each([
    ['a success without its word', { json: { deleteTrack: { error: false } } }],
    ['the success of another method', { json: { getTrack: { error: false, result: 'OK' } } }],
    ['a page', { text: '<html>' }],
    ['a server error', { status: 503, json: {} }],
    ['a cut connection', { drop: true }],
    ['a redirect', { status: 301, headers: { location: '/deleteTrack/' } }],
  ])('is unknown, and asked for once only, after %s', async (_, reply) => {
    expect(await deleteWith(reply)).toEqual(['PROVIDER_OUTCOME_UNKNOWN', undefined]);
  });

  it('never happened where the key is refused', async () => {
    const reply = { json: { deleteTrack: { result: 'KO', error: 'invalid api key' } } };
    expect(await deleteWith(reply)).toEqual(['PROVIDER_AUTH', undefined]);
  });
});
