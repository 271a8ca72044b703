/**
 * 页面上看得见的 Drawing: the letters of a page one by one where they stand, and the straight lines drawn on it. What nobody sees (written in the
 * colour of its ground, painted over, cut off, on a layer that is not shown) is left out.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Ruling } from './letters.ts';
import { type Box, boxOf, common, holds, isUpright, type Matrix, moved, sizeOf, times } from './matrix.ts';
import { type DrawnLetter, type Font, type Glyph, lettersIn } from './pdf-glyphs.ts';
import { figuresIn, isRectangle, linesIn } from './pdf-lines.ts';
import { type Ground, ground } from './pdf-paint.ts';
import { isOpaque, type Pictures, picturesOf } from './pdf-pictures.ts';
import { type State, stateAtStart, UNMOVED } from './pdf-state.ts';

/** `tag`: the part of the page it stands in: `artifact`, the number of a marked content, or none. */
export type TaggedLetter = DrawnLetter & { readonly tag: string | undefined; readonly ink: string | null };

export interface Drawing {
  readonly letters: readonly TaggedLetter[];
  /** 看不见的字: drawn, and covered, in the colour of their ground, too small, off the page, or not drawn at all. */
  readonly unseen: readonly UnseenLetter[];
  readonly rulings: readonly Ruling[];
  /** Square points that its pictures take. */
  readonly pictured: number;
}

/** `undrawn`: neither filled nor outlined, as a machine that reads pictures lays its words over them. */
export interface UnseenLetter {
  readonly text: string;
  readonly undrawn: boolean;
}

/** Which layers are shown, as the document says. */
export type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

export const ARTIFACT = 'artifact';

interface Part {
  readonly shown: boolean;
  readonly tag: string | undefined;
}

/** The page while it is drawn. */
interface Sheet {
  state: State;
  /** Whether the next path cuts off what is drawn after it. */
  clips: boolean;
  readonly kept: State[];
  /** Parts of the page that are open, from the outermost. */
  readonly parts: Part[];
  readonly ground: Ground;
  /** `since`: how much was painted before it. */
  readonly letters: (TaggedLetter & { readonly since: number })[];
  readonly rulings: Ruling[];
  pictured: number;
  readonly unseen: UnseenLetter[];
  readonly page: Box;
}

type Args = readonly unknown[];
type Acts = Readonly<Record<number, (args: Args) => void>>;
type Ops = typeof import('pdfjs-dist')['OPS'];

const MAX_RULINGS = 20_000;
const MAX_LETTERS = 60_000;
const MAX_OPERATIONS = 500_000;
/** Smaller letters nobody reads. */
const SMALLEST = 1.5;
/** Less of a colour nobody sees. */
const FAINT = 0.05;
const OPAQUE = 0.9;
/** Of a page: a picture that takes more is a scan. */
const MOST_COVERED = 0.6;
/** Manners of writing: outlined, filled and outlined; neither. Four more are the same and clip. */
const [OUTLINED, BOTH, NEITHER, MANNERS] = [1, 2, 3, 4];

/** More stands on the page than on any of a report; left out without a word, it would be missed. */
export class TooMuchDrawn extends Error {}

export async function drawingOf(page: PDFPageProxy, layers: Layers): Promise<Drawing> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  if (fnArray.length > MAX_OPERATIONS) throw new TooMuchDrawn();
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const whole = { left: 0, right: width, top: 0, bottom: height };
  const sheet: Sheet = {
    state: stateAtStart(transform as unknown as Matrix, whole),
    page: whole,
    unseen: [],
    clips: false,
    kept: [],
    parts: [],
    ground: ground(),
    letters: [],
    rulings: [],
    pictured: 0,
  };
  const fontNamed = (name: string) => page.commonObjs.get(name) as Font;
  const acts = {
    ...drawingActs(OPS, sheet, fontNamed, picturesOf(page)),
    ...partActs(OPS, sheet, layers),
    ...textActs(OPS, sheet, fontNamed),
  };
  fnArray.forEach((operation, i) => void acts[operation]?.((argsArray[i] ?? []) as Args));
  const isCovered = (letter: Sheet['letters'][number]) => sheet.ground.hidden(...middleOf(letter), letter.since);
  const covered = sheet.letters.filter(isCovered).map(({ text }) => ({ text, undrawn: false }));
  return {
    letters: sheet.letters.filter((letter) => !isCovered(letter)),
    unseen: [...sheet.unseen, ...covered],
    rulings: sheet.rulings,
    pictured: sheet.pictured,
  };
}

function middleOf({ x, y, width, size, angle }: DrawnLetter): [x: number, y: number] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x + (width / 2) * cos + size * 0.35 * sin, y + (width / 2) * sin - size * 0.35 * cos];
}

/** Colours, lines and areas, and what is kept while others are used. */
function drawingActs(OPS: Ops, sheet: Sheet, fontNamed: (name: string) => Font, pictures: Pictures): Acts {
  const { kept } = sheet;
  const set = (change: Partial<State>) => void Object.assign(sheet.state, change);
  const move = (matrix: unknown) => {
    if (matrix) set({ matrix: times(sheet.state.matrix, matrix as Matrix) });
  };
  const cut = (box: unknown) => {
    if (!box) return;
    const [left, low, right, high] = Array.from(box as ArrayLike<number>) as [number, number, number, number];
    set({ clip: common(sheet.state.clip, boxOf(cornersOf(sheet.state.matrix, left, low, right, high))) });
  };
  const keep = () => void kept.push({ ...sheet.state });
  const giveBack = () => {
    sheet.state = kept.pop() ?? sheet.state;
  };
  const picture = (shown?: unknown) => {
    if (!isShown(sheet)) return;
    const { matrix, clip, alpha, blends } = sheet.state;
    const box = common(boxOf(cornersOf(matrix, 0, 0, 1, 1)), clip);
    const size = sizeOf(box);
    // Over a picture of the whole page a machine may have laid the words it read in it, or beneath it.
    const covers = size < sizeOf(sheet.page) * MOST_COVERED && alpha > OPAQUE && !blends && isUpright(matrix);
    sheet.ground.paint(box, null, covers && isOpaque(shown, pictures));
    sheet.pictured += size;
  };
  const colour = (hex: unknown) => (typeof hex === 'string' ? hex : null);
  return {
    [OPS.save]: keep,
    [OPS.restore]: giveBack,
    [OPS.transform]: move,
    [OPS.paintFormXObjectBegin]: ([matrix, box]) => {
      keep();
      move(matrix);
      cut(box);
    },
    [OPS.paintFormXObjectEnd]: giveBack,
    [OPS.beginAnnotation]: ([, , matrix, own]) => {
      keep();
      move(matrix);
      move(own);
    },
    [OPS.endAnnotation]: giveBack,
    [OPS.setFillRGBColor]: ([hex]) => set({ fill: colour(hex) }),
    [OPS.setStrokeRGBColor]: ([hex]) => set({ stroke: colour(hex) }),
    [OPS.setFillColorN]: () => set({ fill: null }),
    [OPS.setStrokeColorN]: () => set({ stroke: null }),
    [OPS.setGState]: ([pairs]) => {
      for (const [key, value] of pairs as readonly (readonly [string, unknown])[]) {
        if (key === 'ca') set({ alpha: value as number });
        if (key === 'CA') set({ strokeAlpha: value as number });
        if (key === 'BM') set({ blends: value !== 'source-over' });
        if (key === 'Font') set({ font: fontNamed((value as [string])[0]), fontSize: (value as [string, number])[1] });
      }
    },
    [OPS.clip]: () => {
      sheet.clips = true;
    },
    [OPS.eoClip]: () => {
      sheet.clips = true;
    },
    [OPS.constructPath]: (args) => drawPath(OPS, sheet, args),
    [OPS.paintImageXObject]: ([shown]) => picture(shown),
    [OPS.paintInlineImageXObject]: ([shown]) => picture(shown),
    [OPS.paintImageMaskXObject]: () => picture(),
    [OPS.shadingFill]: () => sheet.ground.paint(sheet.state.clip, null, false),
  };
}

function drawPath(OPS: Ops, sheet: Sheet, args: Args): void {
  const [paint, [path]] = args as unknown as [number, [ArrayLike<number> | null]];
  const { state } = sheet;
  const figures = path ? figuresIn(path, state.matrix) : [];
  if (isShown(sheet)) {
    const fills = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
    const strokes = [OPS.stroke, OPS.closeStroke, ...fills.slice(2)];
    const [isFilled, isStroked] = [fills.includes(paint), strokes.includes(paint)];
    for (const corners of isFilled || isStroked ? figures : []) {
      const plain = figures.length === 1 && isRectangle(corners) && state.alpha > OPAQUE && !state.blends;
      const colour = plain ? state.fill : null;
      if (isFilled && state.alpha > FAINT)
        sheet.ground.paint(common(boxOf(corners), state.clip), colour, colour !== null);
      if (sheet.rulings.length < MAX_RULINGS) sheet.rulings.push(...linesIn(corners, isStroked, state.clip));
    }
  }
  if (sheet.clips && figures.length === 1) state.clip = common(state.clip, boxOf(figures[0]!));
  sheet.clips = false;
}

function cornersOf(matrix: Matrix, left: number, low: number, right: number, high: number) {
  return [moved(matrix, left, low), moved(matrix, right, low), moved(matrix, left, high), moved(matrix, right, high)];
}

function isShown({ parts }: Sheet): boolean {
  return parts.every(({ shown }) => shown);
}

/** Layers, tags, and groups that only shape what others show. */
function partActs(OPS: Ops, { parts }: Sheet, layers: Layers): Acts {
  const open = (shown: boolean, tag?: string) => void parts.push({ shown, tag });
  const close = () => void parts.pop();
  return {
    [OPS.beginMarkedContent]: ([name]) => open(true, nameOf(name) === 'Artifact' ? ARTIFACT : undefined),
    [OPS.beginMarkedContentProps]: ([name, own]) => {
      if (name === 'OC') open(layers.isVisible(own as never));
      else open(true, Number.isInteger(own) ? String(own) : name === 'Artifact' ? ARTIFACT : undefined);
    },
    [OPS.endMarkedContent]: close,
    [OPS.beginGroup]: ([group]) => open(!(group as { readonly smask?: unknown }).smask),
    [OPS.endGroup]: close,
  };
}

function nameOf(name: unknown): string {
  return typeof name === 'string' ? name : ((name as { readonly name?: string } | null)?.name ?? '');
}

function textActs(OPS: Ops, sheet: Sheet, fontNamed: (name: string) => Font): Acts {
  const set = (change: Partial<State>) => void Object.assign(sheet.state, change);
  const number =
    (key: 'charSpacing' | 'wordSpacing' | 'leading' | 'rise' | 'mode') =>
    ([n]: Args) =>
      set({ [key]: n as number });
  const font = (name: unknown, size: unknown) => set({ font: fontNamed(name as string), fontSize: size as number });
  const goTo = (x: number, y: number) => set({ line: [x, y], at: [x, y] });
  const goOn = (x: number, y: number) => goTo(sheet.state.line[0] + x, sheet.state.line[1] + y);
  return {
    [OPS.beginText]: () => {
      set({ text: UNMOVED });
      goTo(0, 0);
    },
    [OPS.setCharSpacing]: number('charSpacing'),
    [OPS.setWordSpacing]: number('wordSpacing'),
    [OPS.setHScale]: ([n]) => set({ stretch: (n as number) / 100 }),
    [OPS.setLeading]: number('leading'),
    [OPS.setTextRise]: number('rise'),
    [OPS.setTextRenderingMode]: number('mode'),
    [OPS.setFont]: ([name, size]) => font(name, size),
    [OPS.moveText]: ([x, y]) => goOn(x as number, y as number),
    [OPS.setLeadingMoveText]: ([x, y]) => {
      set({ leading: -(y as number) });
      goOn(x as number, y as number);
    },
    [OPS.setTextMatrix]: ([matrix]) => {
      set({ text: matrix as Matrix });
      goTo(0, 0);
    },
    [OPS.nextLine]: () => goOn(0, -sheet.state.leading),
    [OPS.showText]: ([shown]) => {
      for (const letter of lettersIn(shown as readonly (Glyph | number)[], sheet.state))
        if (sheet.letters.length >= MAX_LETTERS) throw new TooMuchDrawn();
        else if (isSeen(OPS, sheet, letter))
          sheet.letters.push({ ...letter, tag: tagIn(sheet), ink: sheet.state.fill, since: sheet.ground.painted });
        else if (isWithheld(sheet, letter) && sheet.unseen.length < MAX_LETTERS)
          sheet.unseen.push({ text: letter.text, undrawn: sheet.state.mode % MANNERS === NEITHER });
    },
  };
}

function tagIn({ parts }: Sheet): string | undefined {
  return parts.findLast(({ tag }) => tag !== undefined)?.tag;
}

function isSeen(OPS: Ops, sheet: Sheet, letter: DrawnLetter): boolean {
  const { mode, alpha, fill, strokeAlpha, stroke, clip, font } = sheet.state;
  const [x, y] = middleOf(letter);
  const manner = mode % MANNERS;
  if (manner === NEITHER || letter.size < SMALLEST || !holds(clip, x, y) || !isShown(sheet)) return false;
  // A letter of a Type3 font without bounds brings its own colours.
  const drawn = font.charProcOperatorList?.[letter.glyph.operatorListId ?? ''];
  const own = drawn !== undefined && !drawn.fnArray.includes(OPS.setCharWidthAndBounds);
  const inFill = manner !== OUTLINED && alpha > FAINT && (own || sheet.ground.shows(x, y, fill));
  return inFill || ([OUTLINED, BOTH].includes(manner) && strokeAlpha > FAINT && sheet.ground.shows(x, y, stroke));
}

/** Whether a letter that is not seen is there to be found: of those a frame cuts off the rest is seen, and a layer is told of as such. */
function isWithheld({ state, page, parts }: Sheet, letter: DrawnLetter): boolean {
  const [x, y] = middleOf(letter);
  return parts.every(({ shown }) => shown) && (!holds(page, x, y) || holds(state.clip, x, y));
}
