/** What a global id names: a record of one provider, by the provider's own id. */
export interface GlobalId {
  readonly type: string;
  readonly provider: string;
  readonly externalId: string;
}

const prefix = 'cg1:';

/** The opaque id of a record: base64url of `cg1:Type:PROVIDER:id`. */
export function encodeGlobalId({ type, provider, externalId }: GlobalId): string {
  return Buffer.from(`${prefix}${type}:${provider}:${externalId}`, 'utf8').toString('base64url');
}

/** The parts of a global id, or null when the text is a provider's own id. */
export function decodeGlobalId(id: string): GlobalId | null {
  const bytes = Buffer.from(id, 'base64url');
  // Buffer ignores characters that are not base64url: only a text that encodes back to itself is a global id.
  if (bytes.toString('base64url') !== id.replace(/=+$/, '')) return null;
  const match = /^cg1:(?<type>[A-Za-z]+):(?<provider>[A-Z]+):(?<externalId>.+)$/su.exec(bytes.toString('utf8'));
  const { type, provider, externalId } = match?.groups ?? {};
  if (type === undefined || provider === undefined || externalId === undefined) return null;
  return { type, provider, externalId };
}
