import { expect, it } from 'vitest';
import { Abilities } from '../../../../src/datasources/_shared/abilities.js';

it('takes an ability for missing once two different things had none', () => {
  const abilities = new Abilities();
  abilities.noteMissing('runs', '7');
  abilities.noteMissing('runs', '7');
  expect(abilities.isMissing('runs')).toBe(false);
  abilities.noteMissing('runs', '8');
  expect(abilities.isMissing('runs')).toBe(true);
  expect(abilities.isMissing('summaries')).toBe(false);
});

it('begins to count anew when the ability was seen', () => {
  const abilities = new Abilities();
  abilities.noteMissing('runs', '7');
  abilities.noteThere('runs');
  abilities.noteMissing('runs', '8');
  expect(abilities.isMissing('runs')).toBe(false);
});

it('asks again after an hour', () => {
  let now = 0;
  const abilities = new Abilities(() => now);
  abilities.noteMissing('runs', '7');
  abilities.noteMissing('runs', '8');
  now = 3_599_999;
  expect(abilities.isMissing('runs')).toBe(true);
  now = 3_600_000;
  expect(abilities.isMissing('runs')).toBe(false);
});
