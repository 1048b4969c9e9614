import { type CSSVariablesResolver, createTheme } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** Colors in which badges and notices are written on a light ground of their own. */
const written = ['indigo', 'teal', 'blue', 'yellow', 'orange', 'red', 'gray'];

// The usual gray of secondary text and the usual colors of badges have too little contrast for small print.
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': theme.colors.gray[7],
    '--mantine-color-error': theme.colors.red[9],
    ...Object.fromEntries(
      written.map((color) => [
        `--mantine-color-${color}-light-color`,
        `color-mix(in srgb, var(--mantine-color-${color}-9) 62%, black)`,
      ]),
    ),
  },
  // Names and figures are read, not only labels: the usual gray of a dark page is left to what is secondary.
  dark: {
    '--mantine-color-text': theme.colors.gray[2],
    '--mantine-color-dimmed': theme.colors.dark[1],
    '--mantine-color-error': theme.colors.red[4],
  },
});
