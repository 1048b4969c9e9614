import { fileURLToPath } from 'node:url';

/** Folder of the files that the page asks for: beside the package's main file, which is half a megabyte of program. */
export const altairFolder = fileURLToPath(new URL('dist/', import.meta.resolve('altair-static')));

/** Descriptions in the docs are written in the explorer's palest gray; this is a darker one in whichever theme is chosen. */
const readableDocs =
  '<style>app-doc-viewer { --theme-off-font-color: color-mix(in srgb, var(--theme-font-color) 75%, transparent); }</style>';

/** The bundled explorer, whose options come from a script of their own because its policy allows none in the page. */
export async function renderAltairPage(): Promise<string> {
  // Loaded by the first who opens it: it takes memory that a gateway behind a front end has no use for.
  const { renderAltair } = await import('altair-static');
  return renderAltair({ baseURL: '/explorer/', serveInitialOptionsInSeperateRequest: '/explorer/initial-options.js' })
    .replace('<html>', '<html lang="en">')
    .replace('</head>', `${readableDocs}</head>`);
}
