/** Charts: drawn on the server, coloured by tokens, always with their table. */
export const charts = `
.chart { margin: 0 0 calc(var(--u) * 4); }
.chart figcaption { font-weight: 600; margin-bottom: var(--u); }
.chart svg { display: block; width: 100%; max-width: 420px; height: auto; }
.chart text { font-family: var(--sans); font-size: 13px; fill: var(--ink); }
.chart .label { fill: var(--soft); }
.chart .bar { fill: var(--accent); } .chart .bar.other { fill: var(--edge); } .chart .rail { fill: var(--ground); }
.chart details { font-size: .875rem; margin-top: 4px; } .chart summary { color: var(--accent); cursor: pointer; padding: 3px 0; }
.chart table { font-size: .875rem; } .chart td, .chart th { padding: 6px 8px; }
`;
