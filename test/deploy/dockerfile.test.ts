import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

const text = readFileSync(join(packageRoot, 'deploy/Dockerfile'), 'utf8');
const dockerfile = DockerfileParser.parse(text);
const instructions = dockerfile.getInstructions().map((instruction) => ({
  keyword: instruction.getKeyword(),
  words: instruction.getArguments().map((argument) => argument.getValue()),
  text: instruction.getArgumentsContent() ?? '',
}));
const lastStage = instructions.slice(instructions.findLastIndex(({ keyword }) => keyword === 'FROM'));
const kept = readFileSync(join(packageRoot, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('!'));

describe('deploy/Dockerfile', () => {
  it('is valid by the rules of the Dockerfile language server', () => {
    expect(validate(text).map(({ message }) => message)).toEqual([]);
  });

  it('builds in one stage and runs in another, both on Node 24', () => {
    const images = dockerfile.getFROMs().map((from) => from.getImage());
    expect(images).toEqual(['node:24', 'node:24-slim']);
  });

  it('runs as a user who is not root', () => {
    expect(lastStage.filter(({ keyword }) => keyword === 'USER').at(-1)?.words).toEqual(['node']);
  });

  it('copies only what is there and what .dockerignore lets through', () => {
    const own = instructions.filter(({ keyword, words }) => keyword === 'COPY' && !words[0]?.startsWith('/app'));
    const sources = own.flatMap(({ words }) => words.slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect([source, existsSync(join(packageRoot, source))]).toEqual([source, true]);
    expect(kept.map((line) => line.slice(1)).toSorted()).toEqual(sources.toSorted());
  });

  it('starts what the build makes of src/main.ts, as npm start does', () => {
    const start = instructions.filter(({ keyword }) => keyword === 'CMD').at(-1)?.text ?? '';
    const manifest = readFileSync(join(packageRoot, 'package.json'), 'utf8');
    const { scripts } = JSON.parse(manifest) as { scripts: { start: string } };
    const words = JSON.parse(start) as string[];
    expect(words.join(' ')).toBe(scripts.start);
    const file = words.at(-1) ?? '';
    expect(existsSync(join(packageRoot, file.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  });

  it('has nothing of an environment file in it', () => {
    expect(readFileSync(join(packageRoot, '.dockerignore'), 'utf8')).toMatch(/^\*$/m);
    expect(kept.filter((line) => line.includes('.env') || line.includes('.data'))).toEqual([]);
  });
});

describe('the health check of the image', () => {
  const [, script] = /CMD \["node", "-e", "(.*)"\]/.exec(text) ?? [];

  it.each([
    [200, 0],
    [503, 1],
  ])('takes status %i for exit code %i', async (status, expected) => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    expect(await exitCodeOf(script ?? '', (server.address() as { port: number }).port)).toBe(expected);
    expect(asked).toEqual(['/healthz']);
    await new Promise((resolve) => server.close(resolve));
  });

  it('takes nobody for exit code 1', async () => {
    expect(await exitCodeOf(script ?? '', 1)).toBe(1);
  });
});

async function exitCodeOf(script: string, port: number): Promise<number | null> {
  const child = spawn(process.execPath, ['-e', script], { env: { PORT: String(port) }, stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', resolve));
}
