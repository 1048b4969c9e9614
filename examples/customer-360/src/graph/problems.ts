import { type ErrorPath, type GraphError, graphErrors } from 'commercegraph-client';

/** What went wrong for one part of the page: a provider's trouble, or with `provider` null that of the request or the gateway. */
export type Problem = Pick<GraphError, 'provider' | 'code' | 'retryAfterMs' | 'requestId'>;

/** The code of a gateway that gave no answer at all; no error of the graph is called so. */
const noAnswer: Problem = { provider: null, code: 'NO_ANSWER', retryAfterMs: null, requestId: null };

type PathTest = (path: ErrorPath) => boolean;

/**
 * What an operation's error means for the branches of its answer at these paths, once for each provider and code: a list of ten
 * orders whose parcels are missing is one problem, not ten.
 *
 * @param except Branches below those paths that are told elsewhere.
 */
export function problemsAt(
  error: unknown,
  paths: readonly ErrorPath[],
  except: PathTest = () => false,
): readonly Problem[] {
  const below = paths.flatMap((path) => graphErrors(error, path));
  const above = graphErrors(error).filter(
    ({ path }) => path.length > 0 && paths.some((branch) => isAbove(path, branch)),
  );
  return distinctProblems([...below, ...above].filter(({ path }) => !except(path)));
}

/** What an operation's error means for all of its answer: there is none. */
export function problemsOfAll(error: unknown): readonly Problem[] {
  if (error === undefined || error === null) return [];
  const errors = graphErrors(error);
  return errors.length === 0 ? [noAnswer] : distinctProblems(errors.filter(({ path }) => path.length === 0));
}

/** Both of the above, for a part of the page that has an operation of its own. */
export function ownProblems(error: unknown, paths: readonly ErrorPath[], except?: PathTest): readonly Problem[] {
  return distinctProblems([...problemsOfAll(error), ...problemsAt(error, paths, except)]);
}

/** Each provider's trouble once, though several fields or operations tell of it. */
export function distinctProblems(problems: readonly Problem[]): readonly Problem[] {
  const byName = new Map<string, Problem>();
  for (const { provider, code, retryAfterMs, requestId } of problems) {
    const name = `${provider} ${code}`;
    byName.set(name, byName.get(name) ?? { provider, code, retryAfterMs, requestId });
  }
  return [...byName.values()];
}

/** Whether a field above the branch failed, and the branch with it. */
function isAbove(path: ErrorPath, branch: ErrorPath): boolean {
  return path.length < branch.length && path.every((step, place) => branch[place] === step);
}
