import { renderAltair } from 'altair-static';

/** Descriptions in the docs are written in the explorer's palest gray; this is a darker one in whichever theme is chosen. */
const readableDocs =
  '<style>app-doc-viewer { --theme-off-font-color: color-mix(in srgb, var(--theme-font-color) 75%, transparent); }</style>';

/** The bundled explorer, whose options come from a script of their own because its policy allows none in the page. */
export function renderAltairPage(): string {
  return renderAltair({ baseURL: '/explorer/', serveInitialOptionsInSeperateRequest: '/explorer/initial-options.js' })
    .replace('<html>', '<html lang="en">')
    .replace('</head>', `${readableDocs}</head>`);
}
