/** 网页里的网址写在哪里: in attributes, of which one may hold several, in styles and in scripts. Nothing of it is run. */
import type { PageLink } from './page-content.ts';

type Attributes = Readonly<Record<string, string>>;

export interface Named {
  readonly address: string;
  readonly use: PageLink['use'];
}

/** Pictures that are fetched when one scrolls to them stand here; `src` is then a picture of nothing. */
const LATER = ['data-src', 'data-original', 'data-lazy', 'data-lazy-src', 'data-echo'];

const PLACES: Readonly<Record<string, readonly (readonly [attribute: string, use: PageLink['use']])[]>> = {
  a: [['href', 'link']],
  area: [['href', 'link']],
  img: ['src', 'lowsrc', ...LATER].map((attribute) => [attribute, 'asset'] as const),
  image: [
    ['href', 'asset'],
    ['xlink:href', 'asset'],
  ],
  source: [
    ['src', 'asset'],
    ['data-src', 'asset'],
  ],
  video: [
    ['src', 'asset'],
    ['poster', 'asset'],
  ],
  audio: [['src', 'asset']],
  track: [['src', 'asset']],
  embed: [['src', 'asset']],
  object: [['data', 'asset']],
  body: [['background', 'asset']],
  table: [['background', 'asset']],
  td: [['background', 'asset']],
  script: [['src', 'script']],
  iframe: [
    ['src', 'frame'],
    ['data-src', 'frame'],
  ],
  frame: [['src', 'frame']],
};

/** What an element leads to or shows, as it is written. */
export function namedBy(tag: string, attributes: Attributes): Named[] {
  const found: Named[] = [];
  for (const [attribute, use] of PLACES[tag] ?? []) {
    const address = attributes[attribute];
    if (address) found.push({ address, use });
  }
  if (tag === 'link') found.push(...ofHead(attributes));
  if (tag === 'input' && attributes.type?.toLowerCase() === 'image' && attributes.src)
    found.push({ address: attributes.src, use: 'asset' });
  // A menu of friendly sites: what is chosen is opened.
  if (tag === 'option' && /^(?:https?:)?\/\/\S+$/i.test(attributes.value ?? ''))
    found.push({ address: attributes.value!, use: 'jump' });
  const { srcset, imagesrcset, style, onclick } = attributes;
  for (const set of [srcset, attributes['data-srcset'], imagesrcset])
    if (set) for (const address of addressesInSet(set)) found.push({ address, use: 'asset' });
  if (style?.includes('url')) for (const address of addressesInStyle(style)) found.push({ address, use: 'asset' });
  if (onclick) for (const address of jumpsIn(onclick)) found.push({ address, use: 'jump' });
  return found;
}

function ofHead({ rel = '', href }: Attributes): Named[] {
  if (!href) return [];
  if (/stylesheet|icon|preload|manifest/i.test(rel)) return [{ address: href, use: 'asset' }];
  return /^(?:canonical|alternate|next|prev|amphtml|index|help)$/i.test(rel.trim())
    ? [{ address: href, use: 'jump' }]
    : [];
}

/** `srcset`: parted by commas, which may stand in an address as well. */
export function addressesInSet(set: string): string[] {
  const found: string[] = [];
  let rest = set;
  for (;;) {
    const next = /^[\s,]*(\S+)/.exec(rest);
    if (!next) return found;
    const [whole, address = ''] = next;
    found.push(address.replace(/,+$/, ''));
    rest = rest.slice(whole.length);
    if (address.endsWith(',')) continue;
    const comma = rest.indexOf(',');
    if (comma < 0) return found;
    rest = rest.slice(comma + 1);
  }
}

/** Pictures, fonts and further sheets of a style. */
export function addressesInStyle(style: string): string[] {
  const plain = withoutRemarks(style).replace(/@namespace[^;{}@]*;/gi, ' ');
  const found = plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi);
  return [...found]
    .map(([, ...parts]) => parts.find((part) => part !== undefined) ?? '')
    .filter((address) => address !== '' && !/^(?:data:|#)/i.test(address));
}

/** The same as addresses, each once. @param base of the style itself */
export function assetsOfStyle(style: string, base: string): string[] {
  const found = addressesInStyle(style).filter((address) => URL.canParse(address, base));
  const whole = found.map((address) => new URL(address, base)).filter(({ protocol }) => /^https?:$/.test(protocol));
  return [...new Set(whole.map(({ href, hash }) => href.slice(0, href.length - hash.length)))];
}

/** Where a script sends the reader, as far as it is written whole; what is put together is not guessed. */
export function jumpsIn(script: string): string[] {
  const found = uncommented(script).matchAll(
    /(?:\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:replace|assign)\s*\(|\bwindow\.open\s*\()\s*(['"])([^'"\\\s<>]{1,1000})\1(?!\s*\+)/g,
  );
  return [...found].map(([, , address]) => address!).filter((address) => !/^(?:#|about:|javascript:)/i.test(address));
}

/** What a script says to whoever opens the page. */
export function alertsIn(script: string): string[] {
  return [...uncommented(script).matchAll(/\balert\s*\(\s*(['"])([^'"]{1,200})\1/g)].map(([, , says]) => says!);
}

function uncommented(script: string): string {
  return withoutRemarks(script).replace(/(^|[\s;{}])\/\/[^\n]*/g, '$1');
}

/** Without what stands between the marks of a remark. */
export function withoutRemarks(text: string): string {
  let plain = '';
  let from = 0;
  for (let start = text.indexOf('/*'); start >= 0; start = text.indexOf('/*', from)) {
    plain += `${text.slice(from, start)} `;
    const end = text.indexOf('*/', start + 2);
    if (end < 0) return plain;
    from = end + 2;
  }
  return plain + text.slice(from);
}

const UNFILLED = ['{{', '${', '<%', '[['];

/** Written for a script to fill in. */
export const isUnfilled = (address: string) => UNFILLED.some((mark) => address.includes(mark));

/** 写错的网址: a place on the editor's own machine, a scheme mistyped, what no browser can read. */
export function isMiswritten(address: string): boolean {
  if (address[0] === '/' && address[1] !== '/') return false;
  if (/^(?:file:|[a-z]:[\\/])/i.test(address)) return true;
  if (/^h[htps]*:?\/\//i.test(address) && !/^https?:\/\//i.test(address)) return true;
  return /^(?:https?:)?\/\//i.test(address) && !URL.canParse(address, 'http://a.invalid/');
}
