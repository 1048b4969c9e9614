import type { Check, CheckState } from './check.js';
import type { Report } from './report.js';

const stateWords: Readonly<Record<CheckState, string>> = { OK: 'ok', NOTE: 'note', TO_DO: 'TO DO', OFF: 'off' };
const titleWidth = 16;
const stateWidth = 7;
const narrowest = 60;
const widest = 110;

/** A report for people: a row for each check, what to do under it, and how it stands in the last line. */
export function toTable({ checks }: Report, columns: number): string {
  const width = Math.min(Math.max(columns, narrowest), widest) - titleWidth - stateWidth;
  const todo = checks.filter(({ state }) => state === 'TO_DO').length;
  const summary =
    todo === 0
      ? 'All is well.'
      : `${todo === 1 ? 'One thing' : `${todo} things`} to be done: see the lines with an arrow.`;
  return `\n${checks.map((check) => rowOf(check, width)).join('\n')}\n\n${summary}\n`;
}

function rowOf({ title, state, found, todo }: Check, width: number): string {
  const head = title.padEnd(titleWidth) + stateWords[state].padEnd(stateWidth);
  const lines = [...wrap(found, width), ...todo.flatMap((text) => wrap(`→ ${text}`, width, '  '))];
  return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(head.length)}${line}`).join('\n');
}

/** Lines of at most so many characters, where the words allow it. */
function wrap(text: string, width: number, hang = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width || line.trim() === '') {
      line = longer;
      continue;
    }
    lines.push(line);
    line = `${hang}${word}`;
  }
  return [...lines, line];
}
