import type { EntityRef } from '../../directory/directory-work.js';

/** The things of a provider that a write is about, by their ids; those without an id yet are left out. */
export function things(
  provider: EntityRef['provider'],
  kind: EntityRef['kind'],
  ids: readonly (string | null | undefined)[],
): EntityRef[] {
  return ids.flatMap((externalId) => (externalId ? [{ provider, kind, externalId }] : []));
}
