/** 看得见的字: what is written in the colour of its ground, or painted over afterwards, nobody sees. */
import { type Box, holds } from './matrix.ts';

/** Colours nearer than this in every part of red, green and blue are one to the eye. */
const ALIKE = 24;
/** Thinner ones are lines, which hide no letter. */
const THIN = 2.5;
const MAX_PAINTED = 20_000;
const PAPER = '#ffffff';

interface Painted {
  readonly box: Box;
  /** null: a picture or a pattern, or seen through. */
  readonly colour: string | null;
  readonly hides: boolean;
}

export interface Ground {
  /** An area in one colour, or of none (null). */
  paint(box: Box, colour: string | null, hides: boolean): void;
  /** How much is painted so far. */
  readonly painted: number;
  /** Whether what is drawn now in this colour can be told from its ground. */
  shows(x: number, y: number, colour: string | null): boolean;
  /** Whether something was painted over the place since so much was painted. */
  hidden(x: number, y: number, since: number): boolean;
}

export function ground(): Ground {
  const all: Painted[] = [];
  return {
    paint(box, colour, hides) {
      if (Math.min(box.right - box.left, box.bottom - box.top) > THIN && all.length < MAX_PAINTED)
        all.push({ box, colour, hides });
    },
    get painted() {
      return all.length;
    },
    shows(x, y, colour) {
      const below = all.findLast(({ box }) => holds(box, x, y));
      const of = below ? below.colour : PAPER;
      return colour === null || of === null || !isAlike(colour, of);
    },
    hidden: (x, y, since) => all.slice(since).some(({ box, hides }) => hides && holds(box, x, y)),
  };
}

function isAlike(a: string, b: string): boolean {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [left, right] = [parts(a), parts(b)];
  return left.every((part, i) => Math.abs(part - right[i]!) < ALIKE);
}
