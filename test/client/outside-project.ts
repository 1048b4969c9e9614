import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

/** What a program printed, and whether it ended well. */
interface Run {
  readonly ok: boolean;
  readonly output: string;
}

/** The compiler settings of a strict React project. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** A React project of somebody else, with the client package as it is packed; use with `using`. */
export function startOutsideProject() {
  const folder = mkdtempSync(join(tmpdir(), 'commercegraph-outside-'));
  const project = join(folder, 'app');
  const installed = join(project, 'node_modules/commercegraph-client');
  mkdirSync(installed, { recursive: true });
  linkPackages(join(project, 'node_modules'));
  execFileSync('tar', ['-xzf', pack(folder), '--strip-components=1', '-C', installed]);

  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
  };
  write({
    'package.json': JSON.stringify({ name: 'app', private: true, type: 'module' }),
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
  });
  const run = (program: string, ...options: string[]): Run => {
    try {
      const output = execFileSync(join(packageRoot, 'node_modules/.bin', program), options, {
        cwd: project,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { PATH: process.env['PATH'] },
      });
      return { ok: true, output };
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return { ok: false, output: stdout + stderr };
    }
  };
  return {
    write,
    read: (path: string) => readFileSync(join(project, path), 'utf8'),
    /** Changes a file of the installed client package. */
    edit: (path: string, change: (text: string) => string) =>
      writeFileSync(join(installed, path), change(readFileSync(join(installed, path), 'utf8'))),
    codegen: () => run('graphql-codegen', '--config', 'codegen.yml'),
    compile: () => run('tsc', '-p', 'tsconfig.json'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type OutsideProject = ReturnType<typeof startOutsideProject>;

/** Packs the client in a copy of the repository, so that nothing is left behind in it. */
function pack(folder: string): string {
  const copy = join(folder, 'commercegraph');
  for (const path of ['client', 'tsconfig.json', 'schema.printed.graphql', '.npmrc'])
    cpSync(join(packageRoot, path), join(copy, path), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(copy, 'node_modules'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(copy, 'client'), stdio: 'pipe' });
  const packed = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (packed === undefined) throw new Error('nothing was packed');
  return join(folder, packed);
}

/** The packages of this repository stand for those that the project would install. */
function linkPackages(modules: string): void {
  const own = join(packageRoot, 'node_modules');
  for (const name of readdirSync(own)) if (!name.startsWith('.')) symlinkSync(join(own, name), join(modules, name));
}
