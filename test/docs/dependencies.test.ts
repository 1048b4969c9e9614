import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

type Group = 'dependencies' | 'devDependencies' | 'overrides';

const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Record<Group, object>;
const page = readFileSync(join(packageRoot, 'docs/dependencies.md'), 'utf8');

/** The packages in the table under a heading, each with its last column, the reason. */
function reasonsUnder(heading: string): Map<string, string> {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const rows = section.matchAll(/^\| `([^`]+)` \|(?:.*\|)? (.+) \|$/gm);
  return new Map([...rows].map(([, name = '', reason = '']) => [name, reason]));
}

describe('docs/dependencies.md', () => {
  it.each<[Group, string]>([
    ['dependencies', 'To run'],
    ['devDependencies', 'To develop'],
    ['overrides', 'Overrides'],
  ])('gives a reason for each of the %s of package.json and for no other package', (group, heading) => {
    const reasons = reasonsUnder(heading);
    expect([...reasons.keys()].toSorted()).toEqual(Object.keys(manifest[group]).toSorted());
    for (const reason of reasons.values()) expect(reason.length).toBeGreaterThan(5);
  });
});
