import { welcomeQuery, welcomeVariables } from './welcome-query.js';

const script = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js';

/** The page's own Content-Security-Policy: its one script, Apollo's script and frames, this origin for the queries. */
export function sandboxPagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' https://embeddable-sandbox.cdn.apollographql.com`,
    `style-src 'nonce-${nonce}'`,
    'frame-src https://sandbox.embed.apollographql.com https://explorer.embed.apollographql.com',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Apollo Sandbox, opened with a useful query, telemetry off. Where it cannot be loaded, the bundled explorer takes over. */
export function renderSandboxPage(nonce: string): string {
  const options = {
    runTelemetry: false,
    initialState: { document: welcomeQuery, variables: welcomeVariables, pollForSchemaUpdates: false },
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>commercegraph</title>
<style nonce="${nonce}">
html, body, #sandbox { height: 100%; margin: 0; }
iframe { border: 0; height: 100%; width: 100%; }
p { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
</style>
</head>
<body>
<div id="sandbox"><p>Opening Apollo Sandbox. Without the internet the <a href="/explorer/">bundled explorer</a> opens instead.</p></div>
<script nonce="${nonce}">
const fallBack = () => location.replace('/explorer/');
const patience = setTimeout(fallBack, 6000);
const sandbox = document.createElement('script');
sandbox.src = ${JSON.stringify(script)};
sandbox.onerror = fallBack;
sandbox.onload = () => {
  clearTimeout(patience);
  if (typeof window.EmbeddedSandbox !== 'function') return fallBack();
  document.getElementById('sandbox').replaceChildren();
  new window.EmbeddedSandbox({
    target: '#sandbox',
    initialEndpoint: new URL('/graphql', location.href).href,
    ...${JSON.stringify(options).replaceAll('<', '\\u003c')},
  });
};
document.head.append(sandbox);
</script>
</body>
</html>
`;
}
