import { describe, expect, it, vi } from 'vitest';
import { forgettable } from '../../../src/datasources/_shared/forgettable.js';

interface Parts {
  readonly rows: { readonly of: string };
  readonly total: () => string;
  readonly isConfigured: boolean;
}

function createKind() {
  const rows = vi.fn<(ground: string) => Parts['rows']>((ground) => ({ of: ground }));
  const isConfigured = vi.fn<() => boolean>(() => false);
  const on = forgettable<string, Parts>({
    rows,
    total: (_, source) => () => `all of ${source.rows.of}`,
    isConfigured,
  });
  return { on, rows, isConfigured };
}

describe('what one operation has read', () => {
  it('is a part that is made when it is first asked for, and once', () => {
    const { on, rows } = createKind();
    const source = on('one');
    expect(rows).not.toHaveBeenCalled();
    expect(source.rows).toBe(source.rows);
    expect(rows).toHaveBeenCalledTimes(1);
  });

  it('may be asked for by another part', () => {
    const { on } = createKind();
    expect(on('one').total()).toBe('all of one');
  });

  it('belongs to one source alone', () => {
    const { on } = createKind();
    expect(on('one').rows).not.toBe(on('two').rows);
  });

  it('is read anew after it was forgotten; who holds a part holds what it remembers', () => {
    const { on } = createKind();
    const source = on('one');
    const before = source.rows;
    source.forget();
    expect(source.rows).not.toBe(before);
    expect(before).toEqual({ of: 'one' });
  });

  it('is asked for once where it is false', () => {
    const { on, isConfigured } = createKind();
    const source = on('one');
    expect([source.isConfigured, source.isConfigured]).toEqual([false, false]);
    expect(isConfigured).toHaveBeenCalledTimes(1);
  });

  it('is no property of each source: a hidden class for each would keep the whole operation in memory', () => {
    const { on } = createKind();
    const source = on('one');
    expect(source.rows.of).toBe('one');
    expect(Object.getOwnPropertyNames(source)).toEqual(['forget']);
    expect(Object.getPrototypeOf(source)).toBe(Object.getPrototypeOf(on('two')));
  });
});
