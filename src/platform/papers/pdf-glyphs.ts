/** 字的位置: the letters that one run of text shows, and how the text moves on. As PDF 32000 §9.4 says, in the library's own form. */
import { type Matrix, moved, times } from './matrix.ts';
import { withLetters } from './pdf-letters.ts';

/** What the library gives for a letter. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: Vertical | null;
  readonly isSpace: boolean;
  readonly operatorListId?: string | null;
}

type Vertical = readonly [advance: number, x: number, y: number];

export interface Font {
  readonly fontMatrix?: Matrix;
  readonly vertical?: boolean;
  readonly defaultVMetrics?: Vertical;
  readonly isType3Font?: boolean;
  readonly bbox?: readonly [number, number, number, number];
  /** How each letter of a Type3 font is drawn. */
  readonly charProcOperatorList?: Readonly<Record<string, { readonly fnArray: readonly number[] }>>;
}

export interface TextState {
  matrix: Matrix;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** Where the text stands: its matrix, the beginning of its line and the next letter in it. */
  text: Matrix;
  line: readonly [x: number, y: number];
  at: readonly [x: number, y: number];
}

/** A letter on the sheet, turned by `angle` (0 where it stands upright on it), `along` its line. */
export interface DrawnLetter {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
  /** In radians, clockwise. */
  readonly angle: number;
  readonly glyph: Glyph;
}

const THOUSANDTHS: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** Moves the text on behind what it shows. Numbers among the letters are gaps. */
export function lettersIn(shown: readonly (Glyph | number)[], state: TextState): DrawnLetter[] {
  const { font, fontSize, charSpacing, wordSpacing, stretch, rise } = state;
  const unit = (font.fontMatrix ?? THOUSANDTHS)[0] * fontSize;
  const place = times(state.matrix, state.text);
  const across = Math.hypot(place[0], place[1]);
  const size = Math.hypot(place[2], place[3]) * heightOf(font, fontSize);
  const angle = Math.atan2(place[1] * Math.sign(fontSize), place[0] * Math.sign(fontSize));
  const letters: DrawnLetter[] = [];
  let [x, y] = state.at;
  for (const each of shown) {
    if (typeof each === 'number') {
      if (font.vertical) y -= (each * fontSize) / 1000;
      else x -= ((each * fontSize) / 1000) * stretch;
      continue;
    }
    const spacing = charSpacing + (each.isSpace ? wordSpacing : 0);
    const wide = each.width * unit * stretch;
    const text = withLetters(each.unicode);
    const down = each.vmetric ?? font.defaultVMetrics;
    const [dx, dy] = font.vertical && down ? [-(each.vmetric ? down[1] * unit : wide / 2), -down[2] * unit] : [0, 0];
    if (text.trim() !== '') {
      const [left, base] = moved(place, x + dx, y + dy + rise);
      letters.push({ x: left, y: base, width: Math.abs(wide) * across, size, text, angle, glyph: each });
    }
    if (font.vertical) y += (down ? down[0] : -each.width) * unit - spacing;
    else x += wide + spacing * stretch;
  }
  state.at = [x, y];
  return letters;
}

/** Letters of a Type3 font are as high as they are drawn. */
function heightOf({ isType3Font, bbox, fontMatrix }: Font, fontSize: number): number {
  const high = isType3Font && bbox && fontMatrix ? (bbox[3] - bbox[1]) * fontMatrix[3] : 0;
  return Math.abs(fontSize) * (high > 0 ? high : 1);
}
