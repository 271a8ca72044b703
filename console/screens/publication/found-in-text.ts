/** 查出的在哪里 [REV-29]: the letters of a text that a finding quotes, so that who judges sees them where they stand. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a finding says ends with the words around what was found; numbers of people with stars in them. */
const QUOTED = /(?:“([^”]*)”)?：“(.+)”。?$/s;
const STARRED = /[A-Za-z0-9*]*\*[A-Za-z0-9*]*/;

/** @param text of the nodes one after the other; spaces, width and case are passed over, as the checks do */
export function stretchesOf(text: string, says: string): Stretch[] {
  const [, word, quoted] = QUOTED.exec(says) ?? [];
  if (quoted === undefined) return [];
  const read = lettersOf(text);
  const sought = lettersOf(quoted).letters;
  const hit = lettersOf(word ?? STARRED.exec(quoted)?.[0] ?? quoted).letters;
  const before = Math.max(sought.indexOf(hit), 0);
  const form = new RegExp([...sought].map((letter) => (letter === '*' ? '.' : escaped(letter))).join(''), 'gsu');
  return [...read.letters.matchAll(form)].map(({ index }) => ({
    start: read.at[index + before]!,
    end: read.at[index + before + hit.length - 1]! + 1,
  }));
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}

interface Letters {
  readonly letters: string;
  /** For each its place in the text. */
  readonly at: readonly number[];
}

function lettersOf(text: string): Letters {
  const at: number[] = [];
  let letters = '';
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text[i]!)) continue;
    const folded = text[i]!.normalize('NFKC').toLowerCase();
    letters += folded.length === 1 ? folded : text[i];
    at.push(i);
  }
  return { letters, at };
}

/** The same as ranges of what is shown. */
export function rangesOf(shown: Element, says: string): Range[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const starts = nodes.map((_, i) => nodes.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const pointAt = (place: number) => {
    const i = starts.findLastIndex((start) => start <= place);
    return [nodes[i]!, place - starts[i]!] as const;
  };
  const text = nodes.map(({ data }) => data).join('');
  return stretchesOf(text, says).map(({ start, end }) => {
    const range = document.createRange();
    range.setStart(...pointAt(start));
    const [last, after] = pointAt(end - 1);
    range.setEnd(last, after + 1);
    return range;
  });
}
