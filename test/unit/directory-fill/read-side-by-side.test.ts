import { describe, expect, it } from 'vitest';
import { readSideBySide } from '../../../src/directory/fill/read-side-by-side.js';

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));

describe('reading things one by one', () => {
  it('goes on behind one that cannot be read', async () => {
    const error = new Error('no');
    const { byId, failure } = await readSideBySide(ids(30), async (id) => {
      if (id === '4' || id === '11') throw error;
      return [];
    });
    expect(failure).toBeNull();
    expect(byId.size).toBe(30);
    expect([...byId].filter(([, outcome]) => 'error' in outcome).map(([id]) => id)).toEqual(['4', '11']);
  });

  it('ends when several in a row cannot be read, and keeps what was read before', async () => {
    let asked = 0;
    const { byId, failure } = await readSideBySide(ids(100), async (id) => {
      asked += 1;
      if (Number(id) > 15) throw new Error('down');
      return [];
    });
    expect(failure).toEqual({ error: new Error('down') });
    expect(asked).toBeLessThanOrEqual(16 + 3 + 8);
    expect([...byId].filter(([, outcome]) => 'entries' in outcome)).toHaveLength(16);
  });
});
