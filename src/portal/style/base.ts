/** Elements as they are without any class: type, links, focus. */
export const base = `
*, *::before, *::after { box-sizing: border-box; }
html { text-autospace: normal; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 24px; }
body {
  margin: 0; color: var(--ink); background: var(--paper); font: 400 1rem/1.75 var(--sans);
  overflow-wrap: break-word; line-break: strict; text-spacing-trim: trim-start; font-variant-east-asian: normal;
}
h1, h2, h3, h4 { margin: 0; line-height: 1.4; font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.875rem; letter-spacing: .01em; }
h2 { font-size: 1.375rem; margin-top: calc(var(--u) * 6); margin-bottom: calc(var(--u) * 2); }
h3 { font-size: 1.125rem; margin-top: calc(var(--u) * 4); margin-bottom: var(--u); }
p, ul, ol, dl, table, figure, blockquote { margin: 0 0 calc(var(--u) * 2); }
p, li, dd { max-width: var(--measure); text-wrap: pretty; }
ul, ol { padding-left: 1.5em; }
li { margin-bottom: calc(var(--u) / 2); }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .22em; }
a:hover { color: var(--accent-deep); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
hr { border: 0; border-top: 1px solid var(--line); margin: calc(var(--u) * 4) 0; }
mark { background: #ffe9a8; color: inherit; padding: 0 .1em; }
small, .small { font-size: .875rem; line-height: 1.7; }
.soft { color: var(--soft); }
.lead { font-size: 1.125rem; color: var(--soft); }
.nowrap { white-space: nowrap; }
.figure, time, .num { font-variant-numeric: tabular-nums; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
form > h2:first-child, .beside > * > h2:first-child, .beside > * > form > h2:first-child { margin-top: 0; }
.plain { list-style: none; padding: 0; }
.plain > li { max-width: none; }
@media (max-width: 640px) { h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: calc(var(--u) * 5); } }
`;
