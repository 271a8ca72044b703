/** Building blocks of pages: lists of documents, doors, figures, notices, findings, pagers. */
export const blocks = `
.search-big { display: flex; gap: var(--u); max-width: 760px; }
.search-big input { flex: 1; min-width: 0; font: inherit; font-size: 1.125rem; padding: 13px 16px; border: 2px solid var(--ink); border-radius: var(--radius); background: var(--paper); color: var(--ink); }
.search-big button { font-size: 1.125rem; padding-left: 28px; padding-right: 28px; }
@media (max-width: 640px) { .search-big { gap: 6px; } .search-big button { padding-left: 16px; padding-right: 16px; } }
.doors { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 0 calc(var(--u) * 4); list-style: none; padding: 0; margin: 0; }
.doors li { border-top: 1px solid var(--line); padding: calc(var(--u) * 2) 0; margin: 0; }
.doors a { font-weight: 600; font-size: 1.0625rem; }
.doors p { margin: 4px 0 0; font-size: .9375rem; color: var(--soft); line-height: 1.6; }
@media (max-width: 960px) { .doors { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media (max-width: 480px) { .doors { grid-template-columns: 1fr; } }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: calc(var(--u) * 2); list-style: none; padding: 0; margin: 0; }
.tiles li { margin: 0; max-width: none; }
.tiles a { display: block; height: 100%; border: 1px solid var(--line); border-radius: var(--radius); padding: 12px 16px; text-decoration: none; font-weight: 600; } .tiles a:hover { border-color: var(--accent); }
.tiles img { display: block; width: 100%; height: auto; aspect-ratio: 16 / 9; object-fit: cover; margin-bottom: 8px; }
.library-filters > div { display: flex; gap: 0 16px; align-items: baseline; } .library-filters > div > span { flex: none; min-width: 4.5em; } .library-filters ul { display: flex; flex-wrap: wrap; gap: 0 20px; list-style: none; padding: 0; margin: 0 0 8px; }
.library-filters [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.library { list-style: none; padding: 0; margin: 0; } .library > li { max-width: none; margin: 0; padding: calc(var(--u) * 2) 0; border-top: 1px solid var(--line); } .library h2 { margin: 0 0 4px; font-size: 1.125rem; } .library p { margin: 0; max-width: none; }
.archived { margin: calc(var(--u) * 2) 0; } .archived summary { cursor: pointer; color: var(--soft); padding: 6px 0; }
.columns-two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 calc(var(--u) * 7); }
@media (max-width: 800px) { .columns-two { grid-template-columns: minmax(0, 1fr); } }
.list { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--line); }
.list > li { display: flex; gap: calc(var(--u) * 3); justify-content: space-between; align-items: baseline; max-width: none; margin: 0; padding: 10px 0; border-bottom: 1px solid var(--line); }
.list a { text-decoration: none; flex: 1; min-width: 0; }
.list a:hover { text-decoration: underline; }
.list time { color: var(--soft); font-size: .9375rem; white-space: nowrap; }
@media (max-width: 480px) { .list > li { flex-direction: column; gap: 0; } }
.feed-links { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 calc(var(--u) * 2); margin: 0 0 var(--u); font-size: .9375rem; } .feed-links > span { min-width: 9em; }
.section-head { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; }
.section-head a { font-size: .9375rem; white-space: nowrap; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: calc(var(--u) * 2) calc(var(--u) * 4); margin: 0; padding: 0; list-style: none; }
.figures li { border-left: 3px solid var(--accent); padding-left: 14px; margin: 0; }
.figures strong { display: block; font-size: 1.75rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures a { text-decoration: none; } .figures a:hover { text-decoration: underline; }
.hits { list-style: none; padding: 0; margin: 0; }
.hits > li { max-width: none; padding: calc(var(--u) * 2) 0; border-top: 1px solid var(--line); margin: 0; }
.hits h2 { margin: 0 0 4px; font-size: 1.125rem; }
.found { margin-top: calc(var(--u) * 4); }
.hits p { margin: 0; }
.meta-line { font-size: .875rem; color: var(--soft); }
.meta-line > * + *::before { content: "·"; margin: 0 .5em; color: var(--edge); }
.notice { border-left: 5px solid var(--accent); background: var(--tint); padding: calc(var(--u) * 2) calc(var(--u) * 2.5); margin: 0 0 calc(var(--u) * 3); }
.notice > :last-child { margin-bottom: 0; }
.notice.warn { border-color: #b57600; background: var(--amber-tint); }
.notice.bad { border-color: var(--red); background: var(--red-tint); }
.notice.good { border-color: var(--green); background: var(--green-tint); }
.notice h2, .notice h3 { margin: 0 0 6px; font-size: 1.0625rem; }
.empty { border: 1px dashed var(--edge); border-radius: var(--radius); padding: calc(var(--u) * 4); color: var(--soft); }
.empty > :last-child { margin-bottom: 0; }
.pager { display: flex; flex-wrap: wrap; gap: var(--u) calc(var(--u) * 3); align-items: center; margin-top: calc(var(--u) * 4); padding: 0; list-style: none; }
.pager li { margin: 0; }
.badge { display: inline-flex; align-items: center; gap: .4em; font-size: .875rem; font-weight: 600; white-space: nowrap; }
.badge svg { width: .85em; height: .85em; flex: none; }
.badge.error { color: var(--red); } .badge.warning { color: var(--amber); } .badge.hint { color: var(--accent); } .badge.good { color: var(--green); }
.findings { list-style: none; padding: 0; margin: 0; }
.findings > li { display: grid; align-items: start; grid-template-columns: 6.5em minmax(0, 1fr); gap: 0 calc(var(--u) * 2); max-width: none; margin: 0; padding: calc(var(--u) * 2) 0; border-top: 1px solid var(--line); }
.findings p { margin: 0 0 4px; } .findings .badge { line-height: 1.75; padding-top: 2px; }
.findings .says { font-weight: 600; } .findings .quoted { border-left: 3px solid var(--line); padding-left: 12px; }
@media (max-width: 640px) { .findings > li { grid-template-columns: minmax(0, 1fr); } }
.steps { counter-reset: step; list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 calc(var(--u) * 4); margin: 0 0 calc(var(--u) * 4); font-size: .9375rem; color: var(--soft); }
.steps li { counter-increment: step; margin: 0; }
.steps li::before { content: counter(step); display: inline-grid; place-items: center; width: 1.7em; height: 1.7em; margin-right: .5em; border: 1px solid var(--edge); border-radius: 50%; font-size: .875em; }
.steps [aria-current] { color: var(--ink); font-weight: 600; }
.steps [aria-current]::before { background: var(--accent); border-color: var(--accent); color: #fff; }
.tree { list-style: none; padding: 0; } .tree > li { display: flex; gap: 1em; justify-content: space-between; padding: 9px 0; margin: 0; max-width: none; border-bottom: 1px solid var(--line); }
.tree .num { color: var(--soft); white-space: nowrap; }
.one-report { border-bottom: 1px solid var(--line); padding: 4px 0; } .one-report summary { cursor: pointer; padding: 10px 0; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; } .one-report summary::before { content: "+"; width: .8em; color: var(--accent); font-weight: 600; } .one-report[open] summary::before { content: "−"; }
.one-report summary .small { overflow-wrap: anywhere; }
.interview-picture img { max-width: min(100%, 640px); max-height: 480px; height: auto; } .interview-thumb { width: 120px; aspect-ratio: 4 / 3; object-fit: cover; align-self: center; }
.transcript { list-style: none; margin: 0; padding: 0; }
.said { max-width: var(--measure); margin: 0; padding: calc(var(--u) * 2) 0 calc(var(--u) * 2) 14px; border-top: 1px solid var(--line); border-left: 3px solid transparent; overflow-wrap: anywhere; } .said p { margin: 0 0 4px; }
.said-head { display: flex; flex-wrap: wrap; gap: 0 calc(var(--u) * 2); align-items: baseline; } .said-head time, .said-head a { font-size: .9375rem; color: var(--soft); }
.said.by-guest { border-left-color: var(--accent); } .said.by-public { background: var(--tint); } .said:target { background: var(--amber-tint); }
`;
