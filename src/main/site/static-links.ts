/** 页面里的链接: what a page leads to, and the page with other addresses in their place. Only tags are touched: what stands in the text stays as it is. */
import { Parser } from 'htmlparser2';
import { staticAddress } from './static-path.ts';

const LINKS: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  link: ['href'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  script: ['src'],
  form: ['action'],
};

interface FoundTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function tagsOf(html: string): FoundTag[] {
  const found: FoundTag[] = [];
  const parser: Parser = new Parser({
    onopentag: (name) => {
      if (LINKS[name]) found.push({ name, start: parser.startIndex, end: parser.endIndex + 1 });
    },
  });
  parser.end(html);
  return found;
}

/** `srcset` names several, each with its width. */
const each = (attribute: string, value: string, turn: (href: string) => string) =>
  attribute !== 'srcset'
    ? turn(value)
    : value
        .split(',')
        .map((part) => {
          const [href = '', ...width] = part.trim().split(/\s+/);
          return [turn(href), ...width].join(' ');
        })
        .join(', ');

/** @param turn from an address as it is meant to the one that stands in its place */
export function withLinks(html: string, turn: (href: string, tag: string) => string): string {
  let [turned, at] = ['', 0];
  for (const { name, start, end } of tagsOf(html)) {
    const tag = html
      .slice(start, end)
      .replace(/(\s)([a-z]+)="([^"]*)"/g, (whole, space, attribute, value) =>
        LINKS[name]!.includes(attribute)
          ? `${space}${attribute}="${escaped(each(attribute, plain(value), (href) => turn(href, name)))}"`
          : whole,
      );
    turned += html.slice(at, start) + tag;
    at = end;
  }
  return turned + html.slice(at);
}

export function linksIn(html: string): string[] {
  const links: string[] = [];
  withLinks(html, (href, tag) => {
    if (tag !== 'form') links.push(href);
    return href;
  });
  return links;
}

/** Paths a map of the site names (`<loc>`), which is how what nothing leads to is found; the map itself keeps whole addresses. */
export function placesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, place]) => {
    if (!URL.canParse(plain(place!))) return [];
    const { pathname, search } = new URL(plain(place!));
    return staticAddress(pathname + search) ?? [];
  });
}

const plain = (value: string) => value.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&#34;');
