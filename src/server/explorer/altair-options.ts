import type { AltairConfigOptions } from 'altair-static';
import type { Gateway } from '../../context/create-context.js';
import { openExamples } from './examples.js';

type Window = NonNullable<AltairConfigOptions['initialWindows']>[number];

const subscriptions = { initialSubscriptionRequestHandlerId: 'graphql-ws' } satisfies AltairConfigOptions;

const options = {
  ...subscriptions,
  disableAccount: true,
  initialSettings: {
    'theme.dark': 'dark',
    'banners.disable': true,
    'alert.disableUpdateNotification': true,
    disablePushNotification: true,
    enableTablistScrollbar: true,
  },
} satisfies AltairConfigOptions;

/**
 * The script that starts the bundled explorer: a tab for each operation, and this origin's addresses, which the browser knows. On the
 * first visit it then goes to the first tab, because opening tabs leaves the last one in front, and has each tab read the schema
 * when it is shown, not all of them at once.
 */
export function renderAltairOptions(mode: Gateway['mode']): string {
  // Tabs and edits stay in the browser. A name of its own keeps them apart from other explorers on this host, and what was typed for
  // the sandbox apart from a real shop.
  const namespace = mode === 'LIVE' ? 'commercegraph_live_' : 'commercegraph_';
  const windows = openExamples(mode).map(
    ({ name, document, variables }): Window => ({
      ...subscriptions,
      initialName: name,
      initialQuery: document,
      initialVariables: JSON.stringify(variables, null, 2),
    }),
  );
  return `const endpointURL = new URL('/graphql', location.href).href;
const addresses = { endpointURL, subscriptionsEndpoint: endpointURL.replace(/^http/, 'ws') };
const windows = ${JSON.stringify(windows)};
const readSchema = { 'schema.reloadOnStart': true };
const visited = '${namespace}visited';
const isFirstVisit = localStorage.getItem(visited) === null;

AltairGraphQL.init({
  ...${JSON.stringify({ ...options, instanceStorageNamespace: namespace })},
  ...addresses,
  initialWindows: windows.map((window) => ({ ...window, ...addresses })),
  persistedSettings: isFirstVisit ? {} : readSchema,
});

if (isFirstVisit) {
  const reload = () => document.querySelector('[track-id="reload_docs"]')?.click();
  const watch = new MutationObserver(() => {
    const tabs = document.querySelectorAll('.window-switcher__item');
    if (tabs.length < windows.length) return;
    watch.disconnect();
    localStorage.setItem(visited, 'yes');
    getAltairConfig().options.persistedSettings = readSchema;
    // These two were shown before the setting held.
    reload();
    tabs[0].click();
    requestAnimationFrame(reload);
  });
  watch.observe(document.body, { childList: true, subtree: true });
}
`;
}
