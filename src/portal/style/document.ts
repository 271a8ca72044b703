/** Official text as a reader of paper knows it: serif, 18 px, two characters of indent, at most 38 characters a line. */
export const document = `
.masthead { text-align: center; border-bottom: 3px solid var(--red); padding: calc(var(--u) * 2) 0; margin-bottom: calc(var(--u) * 3); } .masthead p { max-width: none; margin: 0; }
.masthead-name { font: 600 2.25rem/1.4 var(--serif); color: var(--red); letter-spacing: .08em; } @media (max-width: 640px) { .masthead-name { font-size: 1.5rem; letter-spacing: 0; } }
.official-text { font-family: var(--serif); font-size: 1.0625rem; line-height: 1.9; }
.official-text > * { max-width: var(--measure); }
.official-text p { text-indent: 2em; text-align: justify; margin-bottom: .5em; }
.official-text table p, .official-text li p, .official-text p[data-align] { text-indent: 0; }
.official-text p[data-align=center] { text-align: center; } .official-text p[data-align=right] { text-align: right; }
.official-text h2, .official-text h3, .official-text h4 { font-family: var(--sans); font-size: 1.0625rem; margin: 1.4em 0 .6em; }
.official-text .scroll, .official-text table { max-width: none; font-family: var(--sans); font-size: .9375rem; }
.official-text td, .official-text th { border: 1px solid var(--line); }
.official-text img { max-width: 100%; height: auto; }
.document-title { font-size: 1.75rem; max-width: 26em; }
.tools { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: .9375rem; margin: 0 0 calc(var(--u) * 3); padding: 0; list-style: none; }
.tools li { margin: 0; }
.document-tools { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 calc(var(--u) * 4); margin-bottom: calc(var(--u) * 2); } .document-tools .tools { margin-bottom: var(--u); }
.read-aloud { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--u); } .read-aloud:empty, .read-aloud [hidden] { display: none; } .read-aloud .button { font-size: .9375rem; padding: 4px 14px; }
.being-read { background: var(--tint); box-shadow: 0 0 0 4px var(--tint); }
.qr-box summary { font-size: .9375rem; cursor: pointer; color: var(--accent); } .qr-box p { margin: 0; }
.qr { display: block; width: 168px; height: 168px; border: 1px solid var(--line); margin: var(--u) 0; }
.on-paper { display: none; }
.timeline { list-style: none; padding: 0; margin: 0; border-left: 2px solid var(--line); }
.timeline li { position: relative; padding: 0 0 calc(var(--u) * 2) 20px; margin: 0; max-width: none; }
.timeline li::before { content: ""; position: absolute; left: -6px; top: .65em; width: 10px; height: 10px; border-radius: 50%; background: var(--paper); border: 2px solid var(--accent); }
.timeline .here::before { background: var(--accent); }
`;
