/** 网页的标记: which elements are head and foot, which are blocks, which are not read, and what of an element is a link. */

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

interface Use {
  readonly attribute: string;
  readonly use: 'link' | 'asset' | 'script' | 'frame';
  readonly when?: (attributes: Attributes) => boolean;
}

export const USES: Readonly<Record<string, Use>> = {
  a: { attribute: 'href', use: 'link' },
  area: { attribute: 'href', use: 'link' },
  img: { attribute: 'src', use: 'asset' },
  source: { attribute: 'src', use: 'asset' },
  video: { attribute: 'src', use: 'asset' },
  audio: { attribute: 'src', use: 'asset' },
  embed: { attribute: 'src', use: 'asset' },
  object: { attribute: 'data', use: 'asset' },
  link: { attribute: 'href', use: 'asset', when: ({ rel = '' }) => /stylesheet|icon/i.test(rel) },
  script: { attribute: 'src', use: 'script' },
  iframe: { attribute: 'src', use: 'frame' },
  frame: { attribute: 'src', use: 'frame' },
};

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}|(?:height|width)\s*:\s*0(?:px)?\s*;[^"]*overflow\s*:\s*hidden/i;

/** Written so that no reader sees it, in the element itself; style sheets are not read. */
export function hides({ style = '', hidden }: Attributes): boolean {
  return hidden !== undefined || HIDING.test(style);
}
