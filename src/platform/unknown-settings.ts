/** 写错的设置: a name that begins like ours and is none of ours sets nothing, and nobody would notice. */
import { SETTINGS } from './config.ts';

/** @returns a sentence each, with the name that was meant where one is close */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(env)
    .filter((name) => /^GONGKAI_/i.test(name) && !Object.hasOwn(SETTINGS, name))
    .map((name) => {
      const meant = Object.keys(SETTINGS).find((known) => apart(name.toUpperCase(), known) <= CLOSE);
      return `没有“${name}”这项设置，没有起作用${meant ? `；是不是 ${meant}？` : '。'}`;
    });
}

/** Two letters that changed places are two changes. */
const CLOSE = 2;

/** How many letters have to be put in, left out or changed to make one word of the other. */
function apart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (const [i, letter] of [...one].entries()) {
    const above = row;
    row = [i + 1];
    for (const [j, wanted] of [...other].entries())
      row.push(Math.min(above[j + 1]! + 1, row[j]! + 1, above[j]! + (letter === wanted ? 0 : 1)));
  }
  return row.at(-1)!;
}
