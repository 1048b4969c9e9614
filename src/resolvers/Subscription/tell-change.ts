import type { GatewayContext, ToldChange } from '../../context/gateway-context.js';
import type { ChangeEvent } from '../../events/change-events.js';

/** Which changes a subscriber is told. */
export interface ChangeFilter {
  /** Whether what the news itself says lets it pass, or leaves it open. */
  readonly mayPass: (event: ChangeEvent) => boolean;
  /** Whether a change that may pass does, by the thing as it is now. */
  readonly passes: (event: ChangeEvent, context: GatewayContext) => Promise<boolean>;
}

/** The changes of one kind that may pass a filter, from now on. */
export function followKind(
  kind: ChangeEvent['kind'],
  { mayPass, passes }: ChangeFilter,
  { follow }: GatewayContext,
): AsyncIterable<ToldChange> {
  return follow<ToldChange>((event) =>
    event.kind === kind && mayPass(event) ? { event, isWanted: (context) => passes(event, context) } : null,
  );
}

/** The change that this operation tells; null when it does not pass the subscriber's filter, and is then not sent. */
export async function tellChange(_: unknown, __: unknown, context: GatewayContext): Promise<ChangeEvent | null> {
  const { told } = context;
  return told !== null && (await told.isWanted(context)) ? told.event : null;
}
