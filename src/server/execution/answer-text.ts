import type { FormattedExecutionResult } from 'graphql';

/** The JSON of data that was written before: an answer that several callers get is written once. */
const texts = new WeakMap<object, string>();

/** An answer as JSON. */
export function answerText({ data, ...others }: FormattedExecutionResult): string {
  const rest = JSON.stringify(others);
  if (data === undefined) return `${rest}\n`;
  return `{"data":${dataText(data)}${rest === '{}' ? '' : `,${rest.slice(1, -1)}`}}\n`;
}

function dataText(data: object | null): string {
  if (data === null) return 'null';
  const known = texts.get(data);
  if (known !== undefined) return known;
  const text = JSON.stringify(data);
  texts.set(data, text);
  return text;
}
