/**
 * 旧网站的正文 [PUB-93]: what an old page points at is found by its place in the folder of files, and pointed at where it is now. Whatever else
 * the page holds is left to `body.ts`, which lets nothing through that runs, tracks or hides.
 */
import sanitizeHtml from 'sanitize-html';
import { htmlOfText } from './body.ts';
import { isTooDeep } from './body-depth.ts';
import { isSwollen } from './body-signs.ts';
import { formerPath, isElsewhere } from './former-address.ts';

export interface FormerPicture {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** Where things are now. */
export interface Whereabouts {
  /** @param place a path of the former site, or a picture written into the page itself (`data:`); undefined takes it out */
  picture(place: string, alt: string): FormerPicture | undefined;
  /** A file beside the article; undefined leaves the link */
  file(place: string): string | undefined;
}

/** Endings of what is handed on as a file and not read as a page. */
const FILE_ENDING = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|pptx?|dps|zip|rar|7z|txt|csv|jpe?g|png|tiff?)$/i;

/** Tags that do something or show what is elsewhere: gone after cleaning, and told of. */
const LEFT_OUT = ['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'form', 'input', 'video', 'audio', 'svg'];

export interface TurnedBody {
  readonly html: string;
  /** Names of what the cleaning takes out. */
  readonly leftOut: readonly string[];
}

/** @param address of the article on the former site */
export function turnBody(body: string, address: string, now: Whereabouts): TurnedBody {
  // Refused when it is taken over.
  if (isSwollen(body) || isTooDeep(body)) return { html: body, leftOut: [] };
  if (!/<[a-z]/i.test(body)) return { html: htmlOfText(body), leftOut: [] };
  const html = sanitizeHtml(body, {
    ...{ allowedTags: false, allowedAttributes: false, allowVulnerableTags: true, nestingLimit: 100 },
    transformTags: {
      img: (tagName, attribs) => ({ tagName, attribs: pictureNow(attribs, address, now) }),
      a: (tagName, attribs) => ({ tagName, attribs: linkNow(attribs, address, now) }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
  });
  return { html, leftOut: LEFT_OUT.filter((tag) => new RegExp(`<${tag}[\\s/>]`, 'i').test(body)) };
}

type Attributes = Record<string, string>;

function pictureNow({ src = '', alt = '', title = '' }: Attributes, address: string, now: Whereabouts): Attributes {
  const place = src.startsWith('data:') ? src : isElsewhere(src, address) ? undefined : formerPath(src, address);
  const picture = place === undefined ? undefined : now.picture(place, (alt || title).trim());
  if (!picture) return {};
  return { src: picture.src, alt: picture.alt, width: String(picture.width), height: String(picture.height) };
}

function linkNow({ href, ...others }: Attributes, address: string, now: Whereabouts): Attributes {
  if (href === undefined || href.trim() === '' || href.startsWith('#')) return others;
  const place = isElsewhere(href, address) ? undefined : formerPath(href, address);
  if (place === undefined) return { ...others, href };
  const isFile = FILE_ENDING.test(place.replace(/\?.*/s, ''));
  return { ...others, href: (isFile && now.file(place)) || place };
}
