/** Tables: figures right-aligned and tabular, heads that stay, official forms with every rule drawn. */
export const tables = `
.scroll { overflow-x: auto; margin: 0 0 calc(var(--u) * 3); }
.scroll:focus-visible { outline-offset: 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: var(--u); }
th, td { text-align: left; vertical-align: top; padding: 12px; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { background: var(--ground); white-space: nowrap; }
.right { text-align: right; } .center { text-align: center; }
.years { table-layout: fixed; min-width: calc(15em + 11 * 2em); } .years th:first-child { width: 36%; } .years th[scope=row] { font-weight: 400; } .years td { white-space: nowrap; } .years .absent { color: var(--soft); font-size: .875rem; }
.official { border: 1px solid var(--edge); font-size: .9375rem; line-height: 1.5; }
.official th, .official td { border: 1px solid var(--edge); padding: 8px 10px; vertical-align: middle; }
.official th { font-weight: 400; text-wrap: balance; }
.official thead th, .official th.col { background: var(--ground); white-space: normal; }
.official td { min-width: 3.2em; }
.official.cols-10 th[scope=rowgroup] { width: 5.5em; min-width: 4.4em; } .official.cols-10 th[scope=row]:not([colspan]) { min-width: 12em; }
.official.cols-10 { min-width: 62em; } .official.cols-10 td { width: 4.6em; } .official.cols-15 { min-width: 60em; } .official.cols-15 th, .official.cols-15 td { padding: 8px 4px; min-width: 0; }
.official .undecided { background: repeating-linear-gradient(135deg, #fff6e0 0 6px, #fff 6px 12px); }
.official .mark { display: block; font-size: .75rem; line-height: 1.3; font-weight: 400; } .official .undecided .mark { color: var(--amber); } .official .faulty .mark { color: var(--red); }
.official .faulty { background: var(--red-tint); outline: 2px solid var(--red); outline-offset: -2px; font-weight: 600; }
@media screen { .slides::before { content: '左右滑动可以看到整张表。'; position: sticky; left: 0; width: max-content; margin: 0 0 4px; font-size: .875rem; color: var(--soft); display: none; } .huge .slides::before { display: block; } }
@media screen and (max-width: 960px) { .slides::before { display: block; } }
@media (max-width: 640px) {
  .years { table-layout: auto; min-width: 0; } .years th:first-child { position: sticky; left: 0; width: auto; min-width: 8.5em; background: var(--paper); } .years thead th:first-child { background: var(--ground); }
  .official { font-size: .8125rem; } .official th, .official td { padding: 6px; }
  .official.cols-10, .official.cols-15 { min-width: 55em; } .official.cols-10 td { width: 3.6em; } .official.cols-10 th[scope=rowgroup] { width: 4.4em; }
}
.facts { margin: 0 0 calc(var(--u) * 3); display: grid; grid-template-columns: max-content minmax(0, 1fr); border-top: 1px solid var(--line); }
.facts dt, .facts dd { margin: 0; padding: 8px 0; border-bottom: 1px solid var(--line); max-width: none; }
.facts dt { color: var(--soft); padding-right: calc(var(--u) * 4); }
.facts.two { grid-template-columns: max-content minmax(0, 1fr) max-content minmax(0, 1fr); font-size: .9375rem; }
.facts.two dd { padding-right: calc(var(--u) * 3); } .facts.two dd.full { grid-column: span 3; }
@media (max-width: 720px) { .facts.two { grid-template-columns: max-content minmax(0, 1fr); } .facts.two dd.full { grid-column: auto; } }
`;
