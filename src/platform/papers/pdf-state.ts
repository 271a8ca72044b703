/** 绘图状态: with what a page of a PDF is drawn at a moment. As PDF 32000 §8.4 says. */
import type { Box, Matrix } from './matrix.ts';
import type { TextState } from './pdf-glyphs.ts';

export interface State extends TextState {
  clip: Box;
  /** null: a pattern. */
  fill: string | null;
  stroke: string | null;
  alpha: number;
  strokeAlpha: number;
  blends: boolean;
  mode: number;
}

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];
const BLACK = '#000000';

export function stateAtStart(matrix: Matrix, clip: Box): State {
  return {
    matrix,
    clip,
    fill: BLACK,
    stroke: BLACK,
    alpha: 1,
    strokeAlpha: 1,
    blends: false,
    mode: 0,
    font: {},
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    text: UNMOVED,
    line: [0, 0],
    at: [0, 0],
  };
}
