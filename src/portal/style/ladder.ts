/** 期限阶梯: a vertical line of dated knots; what is not counted is grey and dashed. */
export const ladder = `
.ladder { list-style: none; padding: 0; margin: 0 0 calc(var(--u) * 3); }
.ladder li { position: relative; display: grid; grid-template-columns: 11em minmax(0, 1fr); gap: 0 36px; padding: 0 0 calc(var(--u) * 3); margin: 0; max-width: none; }
.ladder li::before { content: ""; position: absolute; left: calc(11em + 17px); top: 1.1em; bottom: -.7em; width: 2px; background: var(--accent); }
.ladder li:last-child::before { display: none; }
.ladder li::after { content: ""; position: absolute; left: calc(11em + 11px); top: .5em; width: 14px; height: 14px; border-radius: 50%; background: var(--paper); border: 3px solid var(--accent); }
.ladder time { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--soft); }
.ladder p { margin: 0; } .ladder .basis { font-size: .875rem; color: var(--soft); }
.ladder .due::after { background: var(--accent); } .ladder .due p:first-child, .ladder .due time { font-weight: 600; color: var(--ink); }
.ladder .paused::before { background: repeating-linear-gradient(var(--edge) 0 5px, transparent 5px 10px); }
.ladder .paused::after { border-color: var(--edge); }
.ladder .paused { color: var(--soft); }
@media (max-width: 640px) {
  .ladder li { grid-template-columns: minmax(0, 1fr); padding-left: 30px; }
  .ladder li::before { left: 6px; } .ladder li::after { left: 0; }
  .ladder time { text-align: left; }
}
.sum { list-style: none; padding: 0; margin: 0 0 calc(var(--u) * 3); border-top: 1px solid var(--line); }
.sum li { max-width: none; margin: 0; padding: 10px 0; border-bottom: 1px solid var(--line); }
.sum p { margin: 0; } .sum .basis { font-size: .875rem; color: var(--soft); }
.due-date { font-size: 1.75rem; font-weight: 600; line-height: 1.4; margin: 0 0 var(--u); font-variant-numeric: tabular-nums; }
`;
