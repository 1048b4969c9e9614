import { definitions, providerKeys } from '../datasources/providers.js';
import type { VariableReader } from './read-variable.js';

/** So many letters may be wrong, missing or too many in a name that is taken for a slip of the hand. */
const mostSlips = 2;

/**
 * Says of every variable that begins like a provider's and was not asked for what may have been meant. Left alone it would start the
 * sandbox where a live gateway was meant, or leave a setting at its default. To be asked after all settings were read.
 */
export function unknownVariables({ env, asked }: VariableReader): string[] {
  return providerKeys.flatMap((key) => {
    const { name, title } = definitions[key];
    const prefix = `${name}_`;
    const known = [...asked].filter((variable) => variable.startsWith(prefix));
    return Object.keys(env)
      .filter((variable) => variable.toUpperCase().startsWith(prefix) && !asked.has(variable))
      .filter((variable) => Boolean(env[variable]?.trim()) && !isOfServiceLink(variable, prefix))
      .map((variable) => `${variable} is no setting; ${hint(variable, { known, title })}`);
  });
}

/** Kubernetes and Docker tell every container of a service that is named like a provider. */
function isOfServiceLink(variable: string, prefix: string): boolean {
  return /^(SERVICE_(HOST|PORT)|PORT)(_|$)/.test(variable.slice(prefix.length));
}

function hint(variable: string, { known, title }: { known: readonly string[]; title: string }): string {
  const ranked = known
    .map((name) => ({ name, slips: distance(plain(variable), plain(name)) }))
    .toSorted((one, other) => one.slips - other.slips);
  const nearest = ranked[0];
  if (nearest !== undefined && nearest.slips <= mostSlips) return `did you mean ${nearest.name}?`;
  return `those of ${title} are ${known.filter((name) => !name.endsWith('_FILE')).join(', ')}`;
}

function plain(variable: string): string {
  return variable.toUpperCase().replaceAll('_', '');
}

/** How many letters have to be put in, left out or replaced to make one text the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of Array.from(other).entries()) {
      const replaced = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
