/** The tabs in one row that scrolls, Apollo Sandbox in the rest of the window. */
export const sandboxPageStyle = `
:root { color-scheme: light dark; --ink: #1b2240; --quiet: #5a6072; --line: #d8dce6; --page: #fff; --accent: #2f54d1; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef0f6; --quiet: #a9afc0; --line: #343b52; --page: #151a2c; --accent: #8ea6ff; }
}
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: var(--page); color: var(--ink); font: 14px/1.4 system-ui, sans-serif; }
nav { display: flex; flex: none; overflow-x: auto; border-bottom: 1px solid var(--line); scrollbar-width: thin; }
nav a { flex: none; padding: 10px 12px; border-bottom: 2px solid transparent; color: var(--quiet); text-decoration: none; }
nav a:hover { color: var(--ink); }
nav a[aria-current] { border-color: var(--accent); color: var(--ink); }
nav a:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
nav .offline { position: sticky; right: 0; margin-left: auto; background: var(--page); border-left: 1px solid var(--line); color: var(--accent); }
main { flex: 1; min-height: 0; }
main a { color: var(--accent); }
iframe { border: 0; display: block; height: 100%; width: 100%; }
p { font-size: 16px; margin: 2rem; }
`;
