import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

interface VariableForm {
  readonly isSecret?: boolean;
  readonly form?: { readonly pattern: Pick<RegExp, 'test'>; readonly words: string };
}

/** The entries of a text that has commas between them; none of a variable that is unset. */
export function entriesOf(text: string | null): readonly string[] {
  return (text ?? '').split(',').flatMap((entry) => entry.trim() || []);
}

/** Reads variables and collects what is wrong with them, so that all problems are told at once. */
export class VariableReader {
  readonly problems: string[] = [];
  /** The names that were asked for, set or not: these are the settings there are. */
  readonly asked = new Set<string>();

  constructor(readonly env: Environment) {}

  /** The text of a variable, from its `…_FILE` where it is a secret given so; null when unset or blank or wrong. */
  read(name: string, { isSecret = false, form }: VariableForm): string | null {
    this.asked.add(name);
    const text = (isSecret ? this.#readFileOf(name) : null) ?? this.env[name]?.trim() ?? '';
    if (text === '') return null;
    if (form && !form.pattern.test(text)) {
      this.problems.push(`${name} must be ${form.words}${isSecret ? '' : `, not "${text}"`}`);
      return null;
    }
    return text;
  }

  /** A number within bounds. */
  readNumber(name: string, fallback: number, { min, max }: { min: number; max: number }): number {
    this.asked.add(name);
    const text = this.env[name]?.trim() ?? '';
    if (text === '') return fallback;
    const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.problems.push(`${name} must be a number from ${min} to ${max}, not "${text}"`);
    return fallback;
  }

  #readFileOf(name: string): string | null {
    this.asked.add(`${name}_FILE`);
    const path = this.env[`${name}_FILE`]?.trim();
    if (!path) return null;
    if (this.env[name]?.trim()) {
      this.problems.push(`${name} and ${name}_FILE are both set; give one`);
      return null;
    }
    try {
      const text = readFileSync(path, 'utf8').trim();
      // Taken for unset it would leave a provider out, or start the sandbox where a live gateway was meant.
      if (text === '') this.problems.push(`${name}_FILE names an empty file`);
      return text;
    } catch {
      this.problems.push(`${name}_FILE names a file that cannot be read`);
      return null;
    }
  }
}
