/**
 * 看不见的字 [FIL-14]: words of a Word document that are there and not read: hidden, white on white, blacked out, a point high. Styles count where
 * words are written in them; the mark of a paragraph is no word.
 */
import type { Hidden } from './hidden-cells.ts';
import { type Attributes, parse } from './xml-pass.ts';

const TEXT_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** How words are formed; undefined where nothing is said. */
interface Form {
  vanish?: boolean;
  colour?: string | undefined;
  shade?: string | undefined;
  highlight?: string | undefined;
  /** In half points. */
  size?: number;
}

interface Style extends Form {
  readonly basedOn?: string;
}

const FOUND = {
  vanish: { says: '文档里有隐藏的文字。', advice: '请显示隐藏文字，核对后删除或者取消隐藏。' },
  blacked: {
    says: '文档里有涂黑的文字，取消突出显示或者底纹就能看到。',
    advice: '请删除被涂黑的文字，换成“■”或者“×”再上传；只改颜色遮不住。',
  },
  white: { says: '文档里有与底色相同的文字，选中就能看到。', advice: '请选中全文改成黑色，核对后删除不公开的文字。' },
  tiny: { says: '文档里有小得看不见的文字。', advice: '请选中全文放大字号，核对后删除不公开的文字。' },
  row: { says: '文档的表格里有隐藏的行。', advice: '请取消隐藏，核对内容；不提供的，删除后再上传。' },
} as const satisfies Record<string, Hidden>;

export function hiddenWords(parts: ReadonlyMap<string, string>): Hidden[] {
  const styles = stylesIn(parts.get('word/styles.xml') ?? '');
  const found = new Set<keyof typeof FOUND>();
  for (const [name, xml] of parts) if (TEXT_PART.test(name)) readRuns(xml, styles, found);
  return (Object.keys(FOUND) as (keyof typeof FOUND)[]).filter((one) => found.has(one)).map((one) => FOUND[one]);
}

function isOn({ val }: Attributes): boolean {
  return !/^(?:0|false|off)$/.test(val ?? '');
}

/** A property of a run, of a style or of a paragraph. */
function formWith(form: Form, tag: string, attributes: Attributes): void {
  if (tag === 'vanish') form.vanish = isOn(attributes);
  if (tag === 'color') form.colour = attributes.val;
  if (tag === 'shd') form.shade = attributes.fill;
  if (tag === 'highlight') form.highlight = attributes.val;
  if (tag === 'sz') form.size = Number(attributes.val);
}

interface Styles {
  readonly byId: ReadonlyMap<string, Style>;
  readonly first: Form;
}

function stylesIn(xml: string): Styles {
  const byId = new Map<string, Style>();
  let [style, first]: [Style | undefined, Form] = [undefined, {}];
  const open: string[] = [];
  parse(xml, {
    open(tag, attributes) {
      open.push(tag);
      if (tag === 'style') {
        style = {};
        byId.set(attributes.styleId ?? '', style);
      } else if (style && tag === 'basedOn') Object.assign(style, { basedOn: attributes.val });
      else if (open.includes('rPr')) formWith(style ?? first, tag, attributes);
    },
    close(tag) {
      open.pop();
      if (tag === 'style') style = undefined;
    },
  });
  return { byId, first };
}

const DEEPEST = 12;

function styled({ byId }: Styles, id: string | undefined, depth = 0): Form {
  const style = id === undefined ? undefined : byId.get(id);
  if (!style || depth > DEEPEST) return {};
  const { basedOn, ...own } = style;
  return { ...styled({ byId, first: {} }, basedOn, depth + 1), ...own };
}

/** What stands round a run. */
interface Around {
  paragraph: string | undefined;
  shade: string | undefined;
  readonly cells: (string | undefined)[];
  /** In a box, or in a table with a look of its own: on what colour a word stands nobody can say. */
  unknown: number;
}

function readRuns(xml: string, styles: Styles, found: Set<keyof typeof FOUND>): void {
  const around: Around = { paragraph: undefined, shade: undefined, cells: [], unknown: 0 };
  const open: string[] = [];
  const tables: boolean[] = [];
  let [run, runStyle, reading]: [Form | undefined, string | undefined, boolean] = [undefined, undefined, false];
  parse(xml, {
    open(tag, attributes) {
      const inside = open.at(-1);
      open.push(tag);
      if (tag === 'p') [around.paragraph, around.shade] = [undefined, undefined];
      if (tag === 'tc') around.cells.push(undefined);
      if (tag === 'tbl') tables.push(false);
      if (tag === 'txbxContent') around.unknown += 1;
      if (tag === 'tblStyle' && tables.length > 0 && !tables.at(-1)) {
        tables[tables.length - 1] = true;
        around.unknown += 1;
      }
      if (tag === 'hidden' && inside === 'trPr' && isOn(attributes)) found.add('row');
      if (tag === 'pStyle') around.paragraph = attributes.val;
      if (tag === 'shd' && inside === 'pPr') around.shade = attributes.fill;
      if (tag === 'shd' && inside === 'tcPr') around.cells[around.cells.length - 1] = attributes.fill;
      if (tag === 'r') [run, runStyle] = [{}, undefined];
      if (run && tag === 'rStyle') runStyle = attributes.val;
      if (run && inside === 'rPr') formWith(run, tag, attributes);
      reading = tag === 't';
    },
    text(words) {
      if (!reading || !run || words.trim() === '') return;
      const form = { ...styles.first, ...styled(styles, around.paragraph), ...styled(styles, runStyle), ...run };
      const why = unseenBy(form, around);
      if (why) found.add(why);
    },
    close(tag) {
      open.pop();
      reading = false;
      if (tag === 'r') run = undefined;
      if (tag === 'tc') around.cells.pop();
      if (tag === 'txbxContent') around.unknown -= 1;
      if (tag === 'tbl' && tables.pop()) around.unknown -= 1;
    },
  });
}

/** Smaller than two points. */
const TINY = 4;

function unseenBy(form: Form, around: Around): 'vanish' | 'blacked' | 'white' | 'tiny' | undefined {
  if (form.vanish) return 'vanish';
  if (form.size !== undefined && form.size < TINY) return 'tiny';
  const ground =
    coloured(form.highlight) ?? coloured(form.shade) ?? coloured(around.shade) ?? coloured(around.cells.at(-1));
  const ink = coloured(form.colour);
  // Written in no colour of its own, a word on a black marking stays black.
  if (coloured(form.highlight) === '000000' && (ink ?? '000000') === '000000') return 'blacked';
  if (ground !== undefined && ink !== undefined && isAlike(ink, ground))
    return ground === 'FFFFFF' ? 'white' : 'blacked';
  const onPaper = ground === undefined && around.unknown === 0;
  return onPaper && ink !== undefined && isAlike(ink, 'FFFFFF') ? 'white' : undefined;
}

const NAMED: Readonly<Record<string, string>> = { black: '000000', white: 'FFFFFF', yellow: 'FFFF00', red: 'FF0000' };

function coloured(colour: string | undefined): string | undefined {
  if (colour === undefined || colour === 'auto' || colour === 'none') return undefined;
  return NAMED[colour] ?? (/^[\da-f]{6}$/i.test(colour) ? colour.toUpperCase() : undefined);
}

/** Nearer than this in every part, two colours are one to the eye. */
const ALIKE = 24;

function isAlike(a: string, b: string): boolean {
  return [0, 2, 4].every(
    (at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)) < ALIKE,
  );
}
