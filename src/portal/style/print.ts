/** On paper: the text and where it came from, nothing to click. */
export const print = `
@page { margin: 20mm; }
@media print {
  :root { font-size: 11pt; }
  .skip, .document-tools, .neighbours, .doors-nav, .quick, .tools, .pager, .feed-links, form, .actions, .aside nav, .site-foot nav, .strip > section:not(:has(> .chart)), .chart summary { display: none !important; }
  .strip.charts { display: block; } .chart svg { max-width: 340px; } .chart { break-inside: avoid; } .chart rect, .chart .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .chart details::details-content { content-visibility: visible; block-size: auto; } .chart table { font-size: 8pt; }
  .site-head { border-bottom: 1px solid #000; }
  .on-paper { display: flex; align-items: center; gap: 12pt; break-inside: avoid; border-top: 1px solid #000; margin-top: 18pt; } .on-paper .qr { width: 28mm; height: 28mm; } .on-paper p { overflow-wrap: anywhere; }
  .beside { display: block; } a { color: inherit; text-decoration: none; }
  .official-text > *, p, li, dd { max-width: none; }
  .scroll { overflow: visible; } .official.cols-10, .official.cols-15 { min-width: 0; font-size: 8pt; }
  .official th, .official td { padding: 3px 4px; min-width: 0; } .official.cols-10 td { width: 2.9em; } .official.cols-10 th[scope=rowgroup] { width: 4.2em; min-width: 0; }
  .official thead { display: table-row-group; } .official tr { break-inside: auto; }
  h2, h3, tr, .ladder li, .findings > li, .site-foot { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .demo, .notice, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
