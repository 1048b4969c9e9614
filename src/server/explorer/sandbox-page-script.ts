import type { Example } from './examples.js';

const source = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js';

const options = {
  target: '#sandbox',
  runTelemetry: false,
  // The page's own style does it; its policy refuses styles that scripts write.
  allowDynamicStyles: false,
};

/** What the page runs: loads Apollo's script, opens the operation named after the `#`, and falls back when nothing comes. */
export function sandboxPageScript(examples: readonly Example[]): string {
  return `
const examples = ${JSON.stringify(examples).replaceAll('<', '\\u003c')};
const endpoint = new URL('/graphql', location.href).href;
let sandbox;

const open = () => {
  const example = examples.find(({ name }) => '#' + name === location.hash) ?? examples[0];
  for (const tab of document.querySelectorAll('nav a')) {
    const isOpen = tab.hash === '#' + example.name;
    if (isOpen) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
    if (isOpen) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  sandbox?.dispose();
  sandbox = new window.EmbeddedSandbox({
    ...${JSON.stringify(options)},
    initialEndpoint: endpoint,
    initialSubscriptionEndpoint: endpoint.replace(/^http/, 'ws'),
    initialState: { document: example.document, variables: example.variables, pollForSchemaUpdates: false },
  });
};

const fallBack = () => location.replace('/explorer/');
const patience = setTimeout(fallBack, 6000);
const script = document.createElement('script');
script.src = ${JSON.stringify(source)};
script.onerror = fallBack;
script.onload = () => {
  clearTimeout(patience);
  if (typeof window.EmbeddedSandbox !== 'function') return fallBack();
  document.getElementById('sandbox').replaceChildren();
  open();
  addEventListener('hashchange', open);
};
document.head.append(script);
`;
}
