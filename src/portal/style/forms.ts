/** Forms: one column, label above, hint between, the error in words beside the field. */
export const forms = `
button, .button {
  display: inline-block; font: inherit; font-weight: 600; line-height: 1.5; padding: 10px 24px; border: 2px solid var(--accent); border-radius: var(--radius);
  background: var(--accent); color: #fff; cursor: pointer; text-decoration: none; word-break: keep-all; overflow-wrap: break-word;
}
button:hover, .button:hover { background: var(--accent-deep); border-color: var(--accent-deep); color: #fff; }
button.quiet, .button.quiet { background: var(--paper); color: var(--accent); }
button.quiet:hover, .button.quiet:hover { background: var(--tint); color: var(--accent-deep); }
button.slight { padding: 2px 12px; font-size: .875rem; font-weight: 400; border-width: 1px; }
.field { margin-bottom: calc(var(--u) * 3); }
.field > label, legend { display: block; font-weight: 600; margin-bottom: 4px; padding: 0; }
.field .hint, fieldset > .hint { display: block; color: var(--soft); font-size: .9375rem; margin: 0 0 6px; max-width: var(--measure); }
.field input, .field select, .field textarea {
  font: inherit; width: 100%; max-width: 26em; height: calc(1.4em + 22px); line-height: 1.4; padding: 9px 12px; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); color: var(--ink);
}
.field textarea, .field input[type=file] { height: auto; }
.field textarea { max-width: var(--measure); min-height: 9em; line-height: 1.7; display: block; }
.field textarea.tall { min-height: 18em; max-width: none; font-size: .9375rem; }
.field input.short, .field select.short { max-width: 12em; }
.field input[type=file] { border: 1px dashed var(--edge); padding: 12px; }
.field.wrong { border-left: 5px solid var(--red); padding-left: calc(var(--u) * 2); }
.field.wrong input, .field.wrong select, .field.wrong textarea { border: 2px solid var(--red); }
.wrong-text { display: block; color: var(--red); font-weight: 600; margin-bottom: 6px; }
fieldset { border: 0; margin: 0 0 calc(var(--u) * 3); padding: 0; min-width: 0; }
fieldset.wrong { border-left: 5px solid var(--red); padding-left: calc(var(--u) * 2); }
.choice { display: flex; gap: 10px; align-items: flex-start; margin-bottom: 6px; }
.choice input { width: 1.25em; height: 1.25em; margin: .26em 0 0; flex: none; accent-color: var(--accent); }
.choice small { display: block; color: var(--soft); }
.matrix-row { padding: var(--u) 0; margin: 0; border-top: 1px solid var(--line); } .matrix-row > legend { font-weight: 400; float: left; width: 100%; } .matrix-row > .choices-row { clear: both; }
.choices-row { display: flex; flex-wrap: wrap; gap: 4px 28px; }
.row-fields { display: flex; flex-wrap: wrap; gap: 0 calc(var(--u) * 3); align-items: flex-end; }
.row-fields .field { flex: 1 1 12em; }
.row-fields .field input, .row-fields .field select { max-width: none; }
.actions { display: flex; flex-wrap: wrap; gap: calc(var(--u) * 1.5); margin: calc(var(--u) * 4) 0; }
.trap { position: absolute; left: -999em; }
.event-row { border-top: 1px solid var(--line); padding-top: calc(var(--u) * 2); }
.event-row > legend { float: left; width: 100%; margin-bottom: var(--u); } .event-row > .row-fields { clear: both; }
.question-at { margin: 0 0 4px; } .question-at + input ~ h2 { margin-top: 0; }
form > h1, form > h2 { margin-bottom: calc(var(--u) * 2); }
.answers { margin: 0 0 calc(var(--u) * 3); border-top: 1px solid var(--line); }
.answers > div { display: grid; grid-template-columns: 10em minmax(0, 1fr) auto; gap: 4px calc(var(--u) * 3); padding: 12px 0; border-bottom: 1px solid var(--line); align-items: start; }
.answers dt { color: var(--soft); } .answers dd { margin: 0; } .answers p { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 640px) { .answers > div { grid-template-columns: minmax(0, 1fr) auto; } .answers dt { grid-column: span 2; } }
.takeaways { list-style: none; max-width: var(--measure); padding: 0; margin: 0 0 calc(var(--u) * 4); border-top: 1px solid var(--line); }
.takeaways li { display: flex; justify-content: space-between; align-items: center; gap: var(--u); padding: 10px 0; border-bottom: 1px solid var(--line); }
.takeaways form { flex: none; margin: 0; }
.notice form { margin-top: calc(var(--u) * 2); }
.more { margin: calc(var(--u) * 4) 0; } .more summary { color: var(--accent); cursor: pointer; padding: 3px 0; }
.code-big { font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; letter-spacing: .06em; }
@media (max-width: 640px) { .code-big { font-size: 1.125rem; letter-spacing: .02em; } }
.matches:not(:empty){margin:-.5rem 0 1.5rem;padding:.75rem 1rem;background:var(--tint)}
.matches p{margin:0 0 .5rem}
`;
