import type { UpstreamRequest } from './upstream-request.js';

/** Path and query of a request below the origin, as they are sent. */
export function targetOf(
  { path, trailingSlash, query, target }: Pick<UpstreamRequest, 'path' | 'trailingSlash' | 'query' | 'target'>,
  basePath: string,
): string {
  if (target !== undefined) return target;
  let text = `${basePath}/${path.map(encodeSegment).join('/')}`;
  if (trailingSlash === true) text += '/';
  let sign = '?';
  for (const [name, value] of query ?? []) {
    text += `${sign}${encode(name)}=${encode(value)}`;
    sign = '&';
  }
  return text;
}

// `.` and `..` survive percent-encoding and would climb the path: a URL parser upstream reads them as steps.
function encodeSegment(segment: string): string {
  return segment === '.' || segment === '..' ? segment.replaceAll('.', '%252E') : encode(segment);
}

// Half a surrogate pair has no UTF-8: unreplaced it would fail here and count as the provider's failure.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
