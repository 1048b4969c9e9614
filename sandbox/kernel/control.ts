import { type FaultSwitch, isFaultRule } from './faults.js';
import { asRecord, textField } from './json-fields.js';
import { hideInBody, type RecordedRequest, withoutSecrets } from './recorder.js';
import type { SandboxReply, SandboxRequest } from './request.js';
import type { Webhooks } from './webhooks.js';

/** What the control paths of one provider read and change. */
export interface Controlled {
  faults: FaultSwitch;
  requests: RecordedRequest[];
  webhooks: Webhooks;
}

/** Whether a path is for the person at the sandbox, not for the imitated API: outside faults and recording. */
export function isControlPath(path: string): boolean {
  return path.startsWith('/__');
}

/** Answers `/__faults`, `/__requests` and `/__webhooks`; null for any other path or method. */
export function answerControl(request: SandboxRequest, controlled: Controlled): SandboxReply | null {
  const { faults, requests, webhooks } = controlled;
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
    case 'GET __webhooks':
      return { status: 200, body: webhooks.sent.map((sent) => ({ ...sent, body: hideInBody(sent.body) })) };
    case 'POST __webhooks':
      return register(request, webhooks);
    case 'DELETE __webhooks':
      webhooks.sent.length = 0;
      return { status: 204 };
    default:
      return null;
  }
}

function switchOn(request: SandboxRequest, faults: FaultSwitch): SandboxReply {
  const rule = request.json();
  if (!isFaultRule(rule))
    return {
      status: 400,
      body: { error: 'Expected {"fault":{"kind":…},"method"?,"pathIncludes"?,"times"?,"every"?}' },
    };
  faults.add(rule);
  return { status: 201, body: faults.rules };
}

/** What the merchant does in the provider's control panel: gives the address that is called, or null for none. */
function register(request: SandboxRequest, webhooks: Webhooks): SandboxReply {
  const body = asRecord(request.json());
  const url = textField(body, 'url');
  if (body === null || !('url' in body) || (url !== null && !/^https?:$/.test(protocolOf(url)))) {
    return { status: 400, body: { error: 'Expected {"url":"http://…"} or {"url":null}' } };
  }
  webhooks.setTarget(url);
  return { status: 204 };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
