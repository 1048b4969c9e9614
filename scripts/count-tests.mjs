// Prints how many tests of a vitest report passed and failed, and adds each failure, with its first message, to a file:
// the gate's output is long, and its end is what is read.
import { appendFileSync, readFileSync } from 'node:fs';

const [reportPath, failuresPath] = process.argv.slice(2);
const report = JSON.parse(readFileSync(reportPath, 'utf8'));

const FIRST_LINES = 12;

const firstLines = (message) => message.split('\n').slice(0, FIRST_LINES).join('\n  ');

const failures = report.testResults.flatMap((file) => [
  // A file that could not be loaded has a message and no tests.
  ...(file.status === 'failed' && file.assertionResults.length === 0
    ? [{ name: file.name, message: file.message }]
    : []),
  ...file.assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => ({ name: `${file.name}: ${test.fullName}`, message: test.failureMessages.join('\n') })),
]);

appendFileSync(failuresPath, failures.map(({ name, message }) => `${name}\n  ${firstLines(message)}\n`).join(''));
console.log(report.numPassedTests, report.numFailedTests);
