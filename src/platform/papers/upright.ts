/** 横过来的字: a table printed sideways is turned upright; what stands across it (a vertical head) is one sign each, and what is aslant (a watermark) nothing. */
import type { Letter, Ruling } from './letters.ts';

/** A letter as it was drawn: turned by `angle` in radians, clockwise. */
export interface Turned extends Letter {
  readonly angle: number;
}

const QUARTER = Math.PI / 2;
/** Letters turned further from a quarter than this are a watermark. */
const ASLANT = 0.12;

export function withoutAslant<Each extends Turned>(letters: readonly Each[]): Each[] {
  return letters.filter(({ angle }) => Math.abs(Math.sin(2 * angle)) < 2 * ASLANT);
}

/** By how many quarters most letters are turned. */
export function quarterOfMost(letters: readonly Turned[]): number {
  const counts = [0, 0, 0, 0];
  for (const { angle } of letters) counts[quarterOf(angle)]! += 1;
  return counts.indexOf(Math.max(...counts));
}

/** So many figures tell how a table stands: Chinese letters stand upright in it either way. */
const ENOUGH = 6;

export function quarterOfTable(letters: readonly Turned[]): number {
  const figures = letters.filter(({ text }) => /\d/.test(text));
  return quarterOfMost(figures.length < ENOUGH ? letters : figures);
}

function quarterOf(angle: number): number {
  return ((Math.round(angle / QUARTER) % 4) + 4) % 4;
}

/** The place on a sheet turned back by so many quarters. */
function back(x: number, y: number, quarters: number): readonly [x: number, y: number] {
  if (quarters === 1) return [y, -x];
  if (quarters === 2) return [-x, -y];
  return quarters === 3 ? [-y, x] : [x, y];
}

export function turnedBack<Each extends Turned>(letter: Each, quarters: number): Each {
  if (quarters === 0) return letter;
  const [x, y] = back(letter.x, letter.y, quarters);
  return { ...letter, x, y, angle: letter.angle - quarters * QUARTER };
}

export function lineTurnedBack(line: Ruling, quarters: number): Ruling {
  if (quarters === 0) return line;
  const place = (along: number) => (line.level ? back(along, line.at, quarters) : back(line.at, along, quarters));
  const [[x0, y0], [x1, y1]] = [place(line.from), place(line.to)];
  const level = line.level === (quarters === 2);
  const [a, b] = level ? [x0, x1] : [y0, y1];
  return { level, at: level ? y0 : x0, from: Math.min(a, b), to: Math.max(a, b) };
}

/** Letters across the others, one after another on their own line, become one upright sign in the middle of them. */
export function withoutAcross<Each extends Turned>(letters: readonly Each[]): Each[] {
  const out: Each[] = [];
  let run: Each[] = [];
  const close = () => {
    if (run.length > 0) out.push(asOne(run));
    run = [];
  };
  for (const letter of letters) {
    const isAcross = quarterOf(letter.angle) !== 0;
    const last = run.at(-1);
    if (!isAcross || (last && !follows(last, letter))) close();
    if (isAcross) run.push(letter);
    else out.push(letter);
  }
  close();
  return out;
}

function follows(last: Turned, next: Turned): boolean {
  const [x, y] = [last.x + Math.cos(last.angle) * last.width, last.y + Math.sin(last.angle) * last.width];
  return quarterOf(last.angle) === quarterOf(next.angle) && Math.hypot(next.x - x, next.y - y) < last.size * 0.4;
}

function asOne<Each extends Turned>(run: readonly Each[]): Each {
  const [first, last] = [run[0]!, run.at(-1)!];
  const { size, angle } = first;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const long = Math.hypot(last.x - first.x, last.y - first.y) + last.width;
  const x = first.x + (cos * long) / 2 + sin * size * 0.35 - size / 2;
  const y = first.y + (sin * long) / 2 - cos * size * 0.35 + size * 0.35;
  return { ...first, text: run.map(({ text }) => text).join(''), x, y, width: size, angle: 0 };
}
