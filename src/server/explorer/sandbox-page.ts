import type { Gateway } from '../../context/create-context.js';
import { type Example, openExamples } from './examples.js';
import { sandboxPageScript } from './sandbox-page-script.js';
import { sandboxPageStyle } from './sandbox-page-style.js';

/** The page's own Content-Security-Policy: its one script, Apollo's script and frames, this origin for the queries. */
export function sandboxPagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' https://embeddable-sandbox.cdn.apollographql.com`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self'",
    'frame-src https://sandbox.embed.apollographql.com https://explorer.embed.apollographql.com',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Apollo Sandbox under a row of tabs, one for each operation: it opens with one document and one set of variables, so a tab opens it
 * anew. Telemetry is off. Where it cannot be loaded, the bundled explorer takes over.
 */
export function renderSandboxPage(nonce: string, mode: Gateway['mode']): string {
  const examples = openExamples(mode);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>commercegraph</title>
<link rel="icon" href="/explorer/favicon.ico">
<style nonce="${nonce}">${sandboxPageStyle}</style>
</head>
<body>
<nav aria-label="Operations">${examples.map(linkTo).join('')}<a class="offline" href="/explorer/">Offline explorer</a></nav>
<main id="sandbox"><p>Opening Apollo Sandbox. Without the internet the <a href="/explorer/">offline explorer</a> opens instead.</p></main>
<script nonce="${nonce}">${sandboxPageScript(examples)}</script>
</body>
</html>
`;
}

function linkTo({ name, kind }: Example): string {
  return `<a href="#${name}" title="${kind}">${name}</a>`;
}
