import type {
  CommerceDataType,
  CommerceLink,
  CommerceProvider,
  CommerceProviderState,
  CommerceSync,
} from '../../domain/commerce.js';
import type { Reading } from '../../domain/reading.js';
import { flagWire, readInstant } from '../_shared/wire-values.js';
import { asText, recordWithin, textOf } from './candidates.js';
import { recordIdOf } from './record-id.js';
import { recordWireSchema, type WireLink, type WireProvider, type WireRecord, type WireSync } from './wire.js';

/** Upstream's words of the data types (seed document); the account's other types have no member. */
const dataTypes: Readonly<Record<string, CommerceDataType>> = {
  COMMERCE_LOCATION: 'LOCATION',
  COMMERCE_CUSTOMER: 'CUSTOMER',
  COMMERCE_PRODUCT: 'PRODUCT',
  COMMERCE_ORDER: 'ORDER',
};

/** A data connection; its provider is named by `provider_name`, `provider` or `provider.name` (the latter two assumed). */
export function normalizeLink(wire: WireLink): CommerceLink {
  const nested = recordWithin(wire, 'provider');
  const rawProvider =
    wire.provider_name ?? asText(wire.provider) ?? (nested === null ? null : textOf(nested, ['name']));
  return {
    externalId: recordIdOf(wire),
    provider: toCommerceProvider(rawProvider),
    rawProvider,
    status: wire.status,
    redirectUrl: wire.redirect_url ?? wire.connect_url ?? wire.url,
  };
}

/** A synchronization, its times in the zone of the settings. */
export function normalizeSync(wire: WireSync, reading: Reading): CommerceSync {
  return {
    externalId: wire.id,
    dataType: dataTypes[wire.data_type?.toUpperCase() ?? ''] ?? 'UNKNOWN',
    rawDataType: wire.data_type,
    status: wire.status,
    requestedAt: readInstant(wire.requested_at, reading, 'requested_at'),
    completedAt: readInstant(wire.completed_at, reading, 'completed_at'),
  };
}

/** How the account is set up for a provider. */
export function normalizeProviderState(wire: WireProvider): CommerceProviderState {
  return {
    name: toCommerceProvider(wire.name),
    rawName: wire.name,
    isEnabled: wire.enabled ?? wire.enable,
    isAvailable: wire.available,
    autoConnect: wire.auto_connect ?? autoConnectWithin(wire.settings),
  };
}

/** The provider a word names, in any casing. */
function toCommerceProvider(word: string | null): CommerceProvider {
  return word?.toLowerCase() === 'shopify' ? 'SHOPIFY' : 'UNKNOWN';
}

/** The setting out of a map, or out of a list of `{name, value}`; the form is undocumented. */
function autoConnectWithin(settings: unknown): boolean | null {
  const rows = (Array.isArray(settings) ? settings : [settings]).map((row): unknown => row);
  for (const row of rows) {
    const setting = recordWireSchema.safeParse(row);
    if (!setting.success) continue;
    const flag = flagWire.safeParse(valueOf(setting.data));
    if (flag.success && flag.data !== null) return flag.data;
  }
  return null;
}

function valueOf(setting: WireRecord): unknown {
  return textOf(setting, ['name', 'key']) === 'auto_connect' ? setting['value'] : setting['auto_connect'];
}
