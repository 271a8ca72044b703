/** What stands around every page: head, doors, foot, and the width of the text. */
export const frame = `
.wide { max-width: 1120px; margin-inline: auto; padding-inline: calc(var(--u) * 3); }
@media (max-width: 640px) { .wide { padding-inline: calc(var(--u) * 2); } }
.skip { position: absolute; left: -999em; top: 0; padding: 8px 16px; background: var(--ink); color: #fff; z-index: 2; }
.skip:focus { left: 0; }
.demo { background: var(--amber-tint); border-bottom: 1px solid #e6c97a; color: var(--amber); font-size: .875rem; }
.demo p { margin-block: 0; padding-block: 6px; }
.demo strong { margin-right: .75em; }
.site-head { border-bottom: 3px solid var(--accent); }
.site-head .row { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 32px; padding-top: 20px; padding-bottom: 12px; }
.site-name { font-size: 1.375rem; font-weight: 600; color: var(--ink); text-decoration: none; }
.site-name small { font-size: .9375rem; font-weight: 400; color: var(--soft); margin-left: .75em; }
.quick { display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
.quick li { margin: 0; }
.quick a { display: inline-block; padding: 4px 0; text-decoration: none; }
.quick a:hover { text-decoration: underline; }
.doors-nav { display: flex; flex-wrap: wrap; gap: 0 32px; margin: 0; padding: 0; list-style: none; }
.doors-nav li { margin: 0; }
.doors-nav a { display: inline-block; padding: 8px 0 10px; color: var(--ink); text-decoration: none; border-bottom: 4px solid transparent; }
.doors-nav a:hover { color: var(--accent); border-color: var(--line); }
.doors-nav a[aria-current] { color: var(--accent); font-weight: 600; border-color: var(--accent); }
@media (max-width: 640px) {
  .site-head .row { padding-top: 12px; padding-bottom: 4px; }
  .site-name small { display: block; margin: 0; }
  .doors-nav { gap: 0 20px; font-size: .9375rem; } .doors-nav a { padding: 3px 0; border-bottom-width: 3px; } .doors-nav { padding-bottom: 4px; }
}
main { padding-top: calc(var(--u) * 4); padding-bottom: calc(var(--u) * 9); min-height: 60vh; }
.crumbs { display: flex; flex-wrap: wrap; gap: 0 .5em; margin: 0 0 calc(var(--u) * 3); padding: 0; list-style: none; font-size: .875rem; color: var(--soft); }
.crumbs li { margin: 0; }
.crumbs li + li::before { content: "›"; margin-right: .5em; color: var(--edge); }
.page-head { margin-bottom: calc(var(--u) * 4); }
.page-head .lead { margin: var(--u) 0 0; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: calc(var(--u) * 6); align-items: start; }
@media (max-width: 960px) { .beside { grid-template-columns: minmax(0, 1fr); gap: calc(var(--u) * 3); } }
.aside { border-top: 3px solid var(--accent); padding-top: calc(var(--u) * 2); font-size: .9375rem; }
.aside h2 { font-size: 1.0625rem; margin: 0 0 var(--u); }
.aside h2 ~ h2 { margin-top: calc(var(--u) * 4); }
.strip { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: calc(var(--u) * 3) calc(var(--u) * 6); border-block: 1px solid var(--line); padding-block: calc(var(--u) * 3); margin-bottom: calc(var(--u) * 4); font-size: .9375rem; }
.strip h2, .strip figcaption { font-size: 1.0625rem; margin: 0 0 var(--u); } .strip > :last-child, .strip .chart { margin-bottom: 0; }
@media (max-width: 800px) { .strip { grid-template-columns: minmax(0, 1fr); } }
.site-foot { background: var(--ground); border-top: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
.site-foot .wide { padding-top: calc(var(--u) * 4); padding-bottom: calc(var(--u) * 5); }
.site-foot ul { display: flex; flex-wrap: wrap; gap: 0 24px; list-style: none; padding: 0; margin: 0 0 var(--u); }
.site-foot li { max-width: none; }
.site-foot a { color: var(--accent); display: inline-block; padding: 2px 0; }
`;
