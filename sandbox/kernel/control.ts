import { type FaultSwitch, isFaultRule } from './faults.js';
import { type RecordedRequest, withoutSecrets } from './recorder.js';
import type { SandboxReply, SandboxRequest } from './request.js';

/** What the control paths of one provider read and change. */
export interface Controlled {
  faults: FaultSwitch;
  requests: RecordedRequest[];
}

/** Whether a path is for the person at the sandbox, not for the imitated API: outside faults and recording. */
export function isControlPath(path: string): boolean {
  return path.startsWith('/__');
}

/** Answers `/__faults` and `/__requests`; null for any other path or method. */
export function answerControl(request: SandboxRequest, { faults, requests }: Controlled): SandboxReply | null {
  switch (`${request.method} ${request.segments.join('/')}`) {
    case 'GET __faults':
      return { status: 200, body: faults.rules };
    case 'POST __faults':
      return switchOn(request, faults);
    case 'DELETE __faults':
      faults.clear();
      return { status: 204 };
    case 'GET __requests':
      return { status: 200, body: requests.map(withoutSecrets) };
    case 'DELETE __requests':
      requests.length = 0;
      return { status: 204 };
    default:
      return null;
  }
}

function switchOn(request: SandboxRequest, faults: FaultSwitch): SandboxReply {
  const rule = request.json();
  if (!isFaultRule(rule))
    return { status: 400, body: { error: 'Expected {"fault":{"kind":…},"method"?,"pathIncludes"?,"times"?}' } };
  faults.add(rule);
  return { status: 201, body: faults.rules };
}
