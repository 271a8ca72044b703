/** 网页的标记: which elements are head and foot, which are blocks, which are not read, and what no reader sees. */
import { withoutRemarks } from './page-addresses.ts';

export const FRAME_TAG: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside']);

/** Names that site makers give to head, menu, trail and foot. */
export const FRAME_NAME =
  /(?:^|[\s_-])(?:nav|navbar|menu|header|head|top|foot|footer|copyright|crumb|crumbs|breadcrumb|position|dqwz|friend|links|yqlj|sidebar)(?:$|[\s_-])/i;

/** A list that a script will fill. */
export const SCRIPTED = /(?:^|\s)(?:v-cloak|ng-app|app-root|__next|__nuxt)(?:$|\s)/;

export const BLOCK: ReadonlySet<string> = new Set(
  'p div li tr td th dd dt dl ul ol table section article h1 h2 h3 h4 h5 h6 br hr header footer nav main aside form title'.split(
    ' ',
  ),
);

export const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'svg',
  'select',
]);

type Attributes = Readonly<Record<string, string>>;

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*[01](?:px|pt|em)?\s*(?:;|!|$)|(?:text-indent|left|top|right|margin-left|margin-top)\s*:\s*-\d{3,}/i;
const TINY = /(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i;
const CUT = /overflow(?:-[xy])?\s*:\s*hidden/i;

const hidingStyle = (style: string) => HIDING.test(style) || (TINY.test(style) && CUT.test(style));

/** Written so that no reader sees it. @param names classes and ids that the page's own styles hide */
export function hides(tag: string, attributes: Attributes, names: ReadonlySet<string>): boolean {
  const { style = '', hidden, id, width = '', height = '' } = attributes;
  if (hidden !== undefined || (style !== '' && hidingStyle(style))) return true;
  if (tag === 'marquee' && [width, height].some((size) => /^[0-4](?:px)?$/.test(size))) return true;
  if (names.size === 0) return false;
  return (
    (id !== undefined && names.has(`#${id}`)) ||
    (attributes.class ?? '').split(/\s+/).some((name) => name !== '' && names.has(`.${name}`))
  );
}

/** Classes and ids that a style of the page hides always; what holds for some screens only is left aside. */
export function hiddenNames(style: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const part of withoutRemarks(style).split('}')) {
    const pieces = part.split('{');
    // Rules within others hold for some screens.
    if (depth === 0 && pieces.length === 2 && !pieces[0]!.includes('@') && hidingStyle(pieces[1]!))
      names.push(...pieces[0]!.split(',').map((one) => one.trim()));
    depth = Math.max(0, depth + pieces.length - 2);
  }
  return names.filter((one) => /^[.#][\w-]+$/.test(one));
}
