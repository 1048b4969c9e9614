import type { VariableReader } from '../../config/read-variable.js';

/** Where and how spans are sent. */
export interface TraceSettings {
  /** Where OTLP is taken, path included; null prints the spans. */
  readonly endpoint: string | null;
  readonly protocol: 'http/protobuf' | 'http/json';
  /** Null leaves it to OTEL_RESOURCE_ATTRIBUTES. */
  readonly serviceName: string | null;
  /** Whether providers are told which trace a call belongs to. */
  readonly tellsProviders: boolean;
}

const address = { pattern: /^https?:\/\/\S+$/, words: 'an address such as http://127.0.0.1:4318' };
const yesOrNo = { pattern: /^[01]$/, words: '1 or 0' };

/** The variables that switch traces on; the names that begin with OTEL_ are those of OpenTelemetry. */
export const traceVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    meaning: 'Collector that traces are sent to by OTLP over HTTP; unset sends none. /v1/traces is added',
    fallback: null,
    form: address,
  },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {
    meaning: 'As OTEL_EXPORTER_OTLP_ENDPOINT, for traces alone and with its whole path',
    fallback: null,
    form: address,
  },
  OTEL_EXPORTER_OTLP_PROTOCOL: {
    meaning: 'How traces are written: http/protobuf or http/json',
    fallback: 'http/protobuf',
    form: { pattern: /^http\/(protobuf|json)$/, words: 'http/protobuf or http/json (grpc is not spoken here)' },
  },
  OTEL_TRACES_EXPORTER: {
    meaning:
      'otlp sends traces, to http://127.0.0.1:4318 unless an endpoint is set, console prints them, none keeps them off; unset sends them where an endpoint is set',
    fallback: null,
    form: { pattern: /^(otlp|console|none)$/, words: 'otlp, console or none' },
  },
  OTEL_SERVICE_NAME: {
    meaning: 'Name of this gateway in traces; unset the service.name of OTEL_RESOURCE_ATTRIBUTES, or commercegraph',
    fallback: null,
    form: { pattern: /^.+$/, words: 'a text' },
  },
  OTEL_SDK_DISABLED: {
    meaning: 'true keeps traces off whatever else is set',
    fallback: null,
    form: { pattern: /^(true|false)$/i, words: 'true or false' },
  },
  TRACE_PROVIDERS: {
    meaning: '1 tells providers by the header traceparent which trace a call belongs to; 0 tells them nothing',
    fallback: '0',
    form: yesOrNo,
  },
} as const;

type TraceVariable = keyof typeof traceVariables;

const localCollector = 'http://127.0.0.1:4318';

/** Where traces go; null when they are off. Adds what is wrong to the reader's problems. */
export function loadTracing(reader: VariableReader): TraceSettings | null {
  const text = (name: TraceVariable) => reader.read(name, traceVariables[name]) ?? traceVariables[name].fallback;
  const base = text('OTEL_EXPORTER_OTLP_ENDPOINT');
  const own = text('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT');
  const exporter = text('OTEL_TRACES_EXPORTER') ?? ((base ?? own) ? 'otlp' : 'none');
  const settings = {
    endpoint: exporter === 'console' ? null : (own ?? `${(base ?? localCollector).replace(/\/+$/, '')}/v1/traces`),
    protocol: text('OTEL_EXPORTER_OTLP_PROTOCOL') === 'http/json' ? 'http/json' : 'http/protobuf',
    serviceName: text('OTEL_SERVICE_NAME'),
    tellsProviders: text('TRACE_PROVIDERS') === '1',
  } as const;
  const isDisabled = text('OTEL_SDK_DISABLED')?.toLowerCase() === 'true';
  return isDisabled || exporter === 'none' ? null : settings;
}
