/** 看得见看不见: how the words of an element look to a person — not at all, raised as the number of a note, or in their size — from what is declared for it. */
import type { Declared } from './page-styles.ts';

/** Red, green, blue, 0 to 255. */
type Colour = readonly [number, number, number];

export interface Look {
  /** null: transparent. */
  readonly ink: Colour | null;
  /** null: a picture, or nobody can tell. */
  readonly ground: Colour | null;
  /** Pixels. */
  readonly size: number;
  /** As the number of a note stands; `moved`: out of its line by hand, as whole tables are at times. */
  readonly raised: 'note' | 'moved' | null;
  readonly visible: boolean;
  /** Not shown with all that is in it. */
  readonly gone: boolean;
  /** Something that is not followed here may hide it. */
  readonly doubtful: boolean;
}

export const PLAIN_LOOK: Look = {
  ...{ ink: [0, 0, 0], ground: [255, 255, 255], size: 16 },
  ...{ raised: null, visible: true, gone: false, doubtful: false },
};

type Values = ReadonlyMap<string, string>;
type Attributes = Readonly<Record<string, string>>;

/** `<font size>` from 1 to 7. */
const FONT_SIZES = [10, 13, 16, 18, 24, 32, 48];
const NAMED_SIZES: Readonly<Record<string, number>> = {
  ...{ 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24 },
};
const NAMED: Readonly<Record<string, Colour>> = {
  ...{ white: [255, 255, 255], black: [0, 0, 0], snow: [255, 250, 250], ivory: [255, 255, 240] },
};
const BY_TAG: Readonly<Record<string, number>> = { small: 0.83, big: 1.2, sup: 0.83, sub: 0.83 };
/** What is set for these moves no words up or down in their line. */
const CELLS = new Set(['td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot']);
const UNSEEN_CLASS = /(?:^|\s)(?:sr-only|visually-hidden|hidden|hide|d-none)(?:\s|$)/;
/** Digits of one figure are of one size. */
const SAME_SIZE = 0.97;
const PALE = 40;

export function lookOf(name: string, attributes: Attributes, { values, doubtful }: Declared, above: Look): Look {
  const raised = CELLS.has(name) ? null : (raisedBy(name, values) ?? above.raised);
  const gone =
    above.gone || attributes.hidden !== undefined || UNSEEN_CLASS.test(attributes.class ?? '') || isGone(values);
  if (
    values.size === 0 &&
    !doubtful &&
    raised === above.raised &&
    gone === above.gone &&
    !BY_TAG[name] &&
    !attributes.size
  )
    return above;
  const visibility = values.get('visibility');
  return {
    ink: inkOf(values.get('color'), above.ink),
    ground: groundOf(values, above.ground),
    size: sizeOf(name, attributes, values, above.size),
    raised,
    visible: visibility === undefined ? above.visible : !/^(?:hidden|collapse)$/.test(visibility),
    gone,
    doubtful: above.doubtful || doubtful,
  };
}

/** `perhaps`: it is as pale as its ground by what is known here, and more styles the page, or something may hide it. */
export function isSeen(look: Look, stylesAreWhole: boolean): 'yes' | 'no' | 'perhaps' {
  if (!look.visible || look.size <= 1.4 || look.ink === null) return 'no';
  const { ink, ground } = look;
  const pale = ground !== null && ink.reduce((sum, one, i) => sum + Math.abs(one - ground[i]!), 0) <= PALE;
  if (pale && stylesAreWhole && !look.doubtful) return 'no';
  return pale || look.doubtful ? 'perhaps' : 'yes';
}

/** Whether digits of both may belong to one figure. */
export function sameSize(a: Look, b: Look): boolean {
  return Math.min(a.size, b.size) / Math.max(a.size, b.size) > SAME_SIZE;
}

function sizeOf(name: string, { size }: Attributes, values: Values, above: number): number {
  const says = values.get('font-size') ?? /(?:^|\s)(\d[\d.]*(?:px|pt|em|%))/.exec(values.get('font') ?? '')?.[1];
  if (says !== undefined) return pixels(says, above);
  if (name !== 'font' || !size) return above * (BY_TAG[name] ?? 1);
  const step = /^[+-]/.test(size) ? 3 + Number(size) : Number(size);
  return FONT_SIZES[Math.min(Math.max(Math.trunc(step), 1), 7) - 1] ?? above;
}

function pixels(says: string, above: number): number {
  if (NAMED_SIZES[says] !== undefined) return NAMED_SIZES[says];
  if (says === 'smaller') return above * BY_TAG.small!;
  const [, number, unit] = /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec(says) ?? [];
  if (number === undefined) return above;
  const n = Number(number);
  if (unit === 'pt') return (n * 4) / 3;
  if (unit === 'em') return n * above;
  if (unit === 'rem') return n * 16;
  return unit === '%' ? (n * above) / 100 : n;
}

function raisedBy(name: string, values: Values): Look['raised'] {
  const isNote = /^(?:super|sub|text-top|\+?\d*[1-9][\d.]*(?:px|pt|em|%))$/.test(values.get('vertical-align') ?? '');
  if (isNote || name === 'sup' || name === 'sub') return 'note';
  const up = values.get('position') === 'relative' && /^-\d*[1-9]/.test(values.get('top') ?? '');
  return up ? 'moved' : null;
}

function isGone(values: Values): boolean {
  if (values.size === 0) return false;
  const away = values.get('position') === 'absolute' && /^-\d{3,}/.test(values.get('left') ?? values.get('top') ?? '');
  const struck = /line-through/.test(`${values.get('text-decoration')}${values.get('text-decoration-line')}`);
  return away || struck || values.get('display') === 'none' || /^0?\.?0+%?$/.test(values.get('opacity') ?? '');
}

function inkOf(says: string | undefined, above: Look['ink']): Look['ink'] {
  if (says === undefined) return above;
  if (/^(?:transparent|rgba\(.*,0(?:\.0+)?\))$/.test(says.replace(/\s/g, ''))) return null;
  return colourIn(says) ?? [0, 0, 0];
}

function groundOf(values: Values, above: Colour | null): Colour | null {
  const says = ['background', 'background-color', 'background-image']
    .map((name) => values.get(name) ?? '')
    .join(' ')
    .trim();
  if (says === '' || /^(?:none|transparent|inherit|initial|unset)$/.test(says)) return above;
  return /url\(|gradient\(/.test(says) ? null : colourIn(says);
}

/** @returns null where no colour is named that is known here */
function colourIn(says: string): Colour | null {
  const [, hex] = /#([0-9a-f]{3,8})\b/.exec(says) ?? [];
  if (hex !== undefined) {
    const long = hex.length < 6 ? [...hex.slice(0, 3)].map((one) => one + one).join('') : hex;
    const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
    return [r!, g!, b!];
  }
  const [, r, g, b] = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(says) ?? [];
  return r === undefined ? (NAMED[says] ?? null) : [Number(r), Number(g), Number(b)];
}
