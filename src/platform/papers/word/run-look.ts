/**
 * Word 的一段字怎样显示: what the properties of a run, and the styles it is given, say of how its words are seen; all that read Word ask here. Names are taken
 * without their prefixes.
 */
import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

/** Of what nothing is said nothing stands here. */
export interface RunLook {
  readonly vanish?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Shown in capitals. */
  readonly caps?: boolean;
  /** Of Latin letters. */
  readonly font?: string;
  readonly strike?: boolean;
  readonly dstrike?: boolean;
  /** `superscript`, `subscript`. */
  readonly height?: string;
  /** Half points above the line. */
  readonly position?: number;
  /** Half points. */
  readonly size?: number;
  /** Of their own width, in hundredths. */
  readonly width?: number;
  readonly colour?: string;
  readonly shade?: string;
  readonly highlight?: string;
}

/** 看不见: hidden, in a hidden row, blacked out, in the colour of their ground, or too small to be read. */
export type Unseen = 'vanish' | 'blacked' | 'white' | 'tiny' | 'row';

/** On what words stand besides their own ground. */
export interface Ground {
  readonly paragraph: string | undefined;
  readonly cell: string | undefined;
  /** In a box, or in a table whose style brings colours: nobody can say on what. */
  readonly unknown: boolean;
}

export const plainName = (name: string) => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without a prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const own = attributes[`w:${name}`] ?? attributes[name];
  return own ?? Object.entries(attributes).find(([key]) => plainName(key) === name)?.[1];
}

/** A switch of Word is on where it stands without a value. */
export function isSwitchedOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off|none)$/.test(attributeOf(attributes, 'val') ?? '');
}

/** @returns the look with one more property; the same where it says nothing of it */
export function withProperty(look: RunLook, name: string, attributes: Attributes): RunLook {
  const value = attributeOf(attributes, 'val') ?? '';
  switch (name) {
    case 'vanish':
    case 'strike':
    case 'dstrike':
      return { ...look, [name]: isSwitchedOn(attributes) };
    case 'b':
      return { ...look, bold: isSwitchedOn(attributes) };
    case 'i':
      return { ...look, italic: isSwitchedOn(attributes) };
    case 'u':
      return { ...look, underline: isSwitchedOn(attributes) };
    case 'caps':
      return { ...look, caps: isSwitchedOn(attributes) };
    case 'rFonts': {
      const font = attributeOf(attributes, 'ascii') ?? attributeOf(attributes, 'hAnsi');
      return font === undefined ? look : { ...look, font };
    }
    case 'vertAlign':
      return { ...look, height: value };
    case 'position':
      return { ...look, position: Number(value) };
    case 'sz':
      return Number(value) > 0 ? { ...look, size: Number(value) } : look;
    case 'w':
      return Number(value) > 0 ? { ...look, width: Number(value) } : look;
    case 'color':
      return { ...look, colour: value };
    case 'highlight':
      return { ...look, highlight: value };
    case 'shd':
      return { ...look, shade: shadeOf(attributes) };
    // Letters filled with nothing.
    case 'noFill':
      return { ...look, vanish: true };
    default:
      return look;
  }
}

/** A solid pattern covers with its own colour, not with the one behind it. */
export function shadeOf(attributes: Attributes): string {
  return attributeOf(attributes, attributeOf(attributes, 'val') === 'solid' ? 'color' : 'fill') ?? '';
}

export interface RunStyles {
  /** Of words in a paragraph of that style (none: of the document's own), in a run of another. */
  styled(paragraph: string | undefined, run: string | undefined): RunLook;
  /** Whether a style of tables brings colours. */
  tints(table: string): boolean;
}

interface Style {
  basedOn?: string;
  look: RunLook;
  tints: boolean;
}

const DEEPEST = 12;

/** @param xml of `word/styles.xml`, empty where there is none */
export function runStyles(xml: string): RunStyles {
  const styles = new Map<string, Style>();
  let [style, ofAll, own]: [Style | undefined, RunLook, string | undefined] = [undefined, {}, undefined];
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag(prefixed, attributes) {
        const name = plainName(prefixed);
        const inside = path.at(-1);
        path.push(name);
        if (name === 'style') {
          style = { look: {}, tints: false };
          const id = attributeOf(attributes, 'styleId') ?? '';
          styles.set(id, style);
          const isOwn =
            attributeOf(attributes, 'type') === 'paragraph' &&
            /^(?:1|true|on)$/.test(attributeOf(attributes, 'default') ?? '');
          if (isOwn) own ??= id;
        } else if (style && name === 'basedOn') style.basedOn = attributeOf(attributes, 'val') ?? '';
        else if (name === 'shd' && style && coloured(shadeOf(attributes)) !== undefined) style.tints = true;
        if (inside !== 'rPr' && inside !== 'textFill') return;
        const holder = path.at(inside === 'rPr' ? -3 : -4);
        if (style && holder === 'style') style.look = withProperty(style.look, name, attributes);
        else if (holder === 'rPrDefault') ofAll = withProperty(ofAll, name, attributes);
      },
      onclosetag() {
        if (path.pop() === 'style') style = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);

  const lookOf = (id: string | undefined, depth = 0): RunLook => {
    const found = id === undefined ? undefined : styles.get(id);
    return found && depth <= DEEPEST ? { ...lookOf(found.basedOn, depth + 1), ...found.look } : {};
  };
  const known = new Map<string, RunLook>();
  return {
    styled(paragraph, run) {
      const named = paragraph !== undefined && styles.has(paragraph) ? paragraph : own;
      const key = `${named}\n${run}`;
      const look = known.get(key) ?? { ...ofAll, ...lookOf(named), ...lookOf(run) };
      known.set(key, look);
      return look;
    },
    tints(table) {
      let [at, depth]: [string | undefined, number] = [table, 0];
      for (; at !== undefined && depth <= DEEPEST; depth += 1) {
        const found = styles.get(at);
        // Of a style that is not in the file nobody knows.
        if (!found || found.tints) return true;
        at = found.basedOn;
      }
      return false;
    },
  };
}

/** Half points: what is smaller is no writing. */
const TINY = 4;
/** Hundredths: what is narrower is a line. */
const NARROW = 5;

export function unseenBy(look: RunLook, { paragraph, cell, unknown }: Ground): Unseen | undefined {
  if (look.vanish) return 'vanish';
  if (look.size !== undefined && look.size < TINY) return 'tiny';
  if (look.width !== undefined && look.width < NARROW) return 'tiny';
  const [ink, marked] = [coloured(look.colour), coloured(look.highlight)];
  // Written in no colour of its own, a word under a black marker stays black; on a black shade Word writes it in white.
  if (marked === BLACK && isAlike(ink ?? BLACK, BLACK)) return 'blacked';
  const ground = marked ?? coloured(look.shade) ?? coloured(paragraph) ?? coloured(cell);
  if (ink === undefined) return undefined;
  if (ground !== undefined) return isAlike(ink, ground) ? (isAlike(ground, WHITE) ? 'white' : 'blacked') : undefined;
  return !unknown && isAlike(ink, WHITE) ? 'white' : undefined;
}

const [BLACK, WHITE] = ['000000', 'FFFFFF'];
const NAMED: Readonly<Record<string, string>> = {
  ...{ black: BLACK, white: WHITE, red: 'FF0000', blue: '0000FF', green: '00FF00', yellow: 'FFFF00', cyan: '00FFFF' },
  ...{ magenta: 'FF00FF', darkBlue: '000080', darkCyan: '008080', darkGreen: '008000', darkMagenta: '800080' },
  ...{ darkRed: '800000', darkYellow: '808000', darkGray: '808080', lightGray: 'C0C0C0' },
};

/** Six hexadecimal digits; undefined where Word chooses. */
export function coloured(colour: string | undefined): string | undefined {
  return NAMED[colour ?? ''] ?? (/^[\da-f]{6}$/i.test(colour ?? '') ? colour!.toUpperCase() : undefined);
}

/** Nearer than this in every part, two colours are one to the eye. */
const ALIKE = 24;

function isAlike(a: string, b: string): boolean {
  return [0, 2, 4].every(
    (at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)) < ALIKE,
  );
}
