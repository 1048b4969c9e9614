import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { VariableReader } from '../../../src/config/read-variable.js';

const folder = mkdtempSync(join(tmpdir(), 'cg-variables-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a variable', () => {
  it('is trimmed, and unset when blank', () => {
    const reader = new VariableReader({ A: ' text ', B: '  ' });
    expect([reader.read('A', {}), reader.read('B', {}), reader.read('C', {})]).toEqual(['text', null, null]);
    expect(reader.problems).toEqual([]);
  });

  it('in a wrong form is a problem that quotes it, but never a secret', () => {
    const reader = new VariableReader({ A: 'wrong-value', B: 'wrong-secret' });
    const form = { pattern: /^\d$/, words: 'a digit' };
    expect([reader.read('A', { form }), reader.read('B', { form, isSecret: true })]).toEqual([null, null]);
    expect(reader.problems).toEqual(['A must be a digit, not "wrong-value"', 'B must be a digit']);
  });
});

describe('a secret', () => {
  it('may stand in a file, without the line break at its end', () => {
    const reader = new VariableReader({ KEY_FILE: fileOf('key', 'qb_test_key\n') });
    expect(reader.read('KEY', { isSecret: true })).toBe('qb_test_key');
    expect(reader.problems).toEqual([]);
  });

  it('stands in a file only where it is one', () => {
    expect(new VariableReader({ NAME_FILE: fileOf('name', 'x') }).read('NAME', {})).toBeNull();
  });

  it.each([
    ['is given twice', { KEY: 'qb_test_key', KEY_FILE: '/dev/null' }],
    ['stands in a file that is not there', { KEY_FILE: join(folder, 'none') }],
    ['stands in an empty file', { KEY_FILE: fileOf('empty', ' \n') }],
  ])('that %s is a problem', (_, env) => {
    const reader = new VariableReader(env);
    reader.read('KEY', { isSecret: true });
    expect(reader.problems).toHaveLength(1);
    expect(reader.problems[0]).toContain('KEY_FILE');
    expect(reader.problems[0]).not.toContain('qb_test_key');
  });
});

describe('a number', () => {
  const read = (text: string | undefined) => {
    const reader = new VariableReader({ N: text });
    return [reader.readNumber('N', 5, { min: 1, max: 10 }), reader.problems.length];
  };

  it('is read within its bounds, and has a fallback', () => {
    expect([read('1'), read(' 10 '), read('2.5'), read(undefined), read('')]).toEqual([
      [1, 0],
      [10, 0],
      [2.5, 0],
      [5, 0],
      [5, 0],
    ]);
  });

  it.each(['0', '11', '-1', '1e1', '0x5', 'NaN', 'five', '5ms'])('is a problem where it is %s', (text) => {
    expect(read(text)).toEqual([5, 1]);
  });
});
