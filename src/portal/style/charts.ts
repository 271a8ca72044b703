/** Charts: drawn on the server, coloured by tokens, always with their table. */
export const charts = `
.chart { margin: 0 0 calc(var(--u) * 4); }
.chart figcaption { font-weight: 600; margin-bottom: var(--u); }
.chart svg { display: block; width: 100%; max-width: 420px; height: auto; }
.chart text { font-family: var(--sans); font-size: 13px; fill: var(--ink); }
.chart .label { fill: var(--soft); }
.chart .bar { fill: var(--accent); } .chart .bar.other { fill: var(--edge); } .chart .rail { fill: var(--ground); }
.chart .part-1 { fill: #0b4f8a; background: #0b4f8a; } .chart .part-2 { fill: #5b9bd1; background: #5b9bd1; } .chart .part-3 { fill: #8a2b2b; background: #8a2b2b; }
.chart .part-4 { fill: #b07d2b; background: #b07d2b; } .chart .part-5 { fill: #6b7480; background: #6b7480; } .chart .part-6 { fill: #c3cad1; background: #c3cad1; }
.chart .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 14px; padding: 0; margin: 6px 0 0; font-size: .875rem; } .chart .legend li { margin: 0; display: flex; align-items: center; gap: 6px; }
.chart [class^='part-'] { stroke: var(--ink); stroke-width: .5; } .chart .key { border: 1px solid var(--ink); width: 12px; height: 12px; display: inline-block; }
.chart details { font-size: .875rem; margin-top: 4px; } .chart summary { color: var(--accent); cursor: pointer; padding: 3px 0; }
.strip.charts { align-items: start; }
.senior .chart svg { max-width: none; } .senior .chart text { font-size: 15px; } .senior .chart .legend, .senior .chart details, .senior .chart table { font-size: 1rem; }
.chart table { font-size: .875rem; } .chart td, .chart th { padding: 6px 8px; }
.shares th[scope=row] { font-weight: 400; overflow-wrap: anywhere; } .share { width: 40%; min-width: 90px; } .share svg { display: block; width: 100%; height: 12px; margin-top: 8px; } .share .bar { fill: var(--accent); } .share .rail { fill: var(--ground); }
`;
