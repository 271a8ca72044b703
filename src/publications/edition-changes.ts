/**
 * 版本对照 [PUB-77] (《条例》第六条): what a new edition says otherwise than the one the public reads: metadata, lines of the text, attachments; in each
 * line the words that went and the words that came.
 */
import { plainText } from './body.ts';
import type { Edition } from './edition.ts';
import { PARTICULAR_TERMS, type Particulars } from './particulars.ts';

export interface ChangedPiece {
  readonly text: string;
  readonly how: 'same' | 'removed' | 'added';
}

export interface ChangedLine {
  /** 标题、正文、附件, … */
  readonly place: string;
  readonly pieces: readonly ChangedPiece[];
}

type Content = Pick<Edition, 'particulars' | 'bodyHtml' | 'attachments'>;

export function editionChanges(before: Content, after: Content): ChangedLine[] {
  const fields = Object.keys(PARTICULAR_TERMS) as (keyof Particulars)[];
  return [
    ...fields.flatMap((field) =>
      lineChanges(PARTICULAR_TERMS[field], [inWords(before.particulars[field])], [inWords(after.particulars[field])]),
    ),
    ...lineChanges('正文', linesOf(before), linesOf(after)),
    ...lineChanges('附件', before.attachments.map(fileLine), after.attachments.map(fileLine)),
  ];
}

function inWords(value: Particulars[keyof Particulars]): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return 'year' in value ? `${value.year}年第${value.number}期` : value.join('、');
}

/** Pictures stand in the text by what is on them. */
function linesOf({ bodyHtml }: Content): string[] {
  return plainText(bodyHtml.replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, '〔图：$1〕')).split('\n');
}

/** Another file under the same name is another file. */
const fileLine = ({ name, sha256 }: Edition['attachments'][number]) => `${name}（校验值 ${sha256.slice(0, 12)}）`;

function lineChanges(place: string, before: readonly string[], after: readonly string[]): ChangedLine[] {
  const lines: ChangedLine[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i += 1)
      lines.push({ place, pieces: wordChanges(removed[i] ?? '', added[i] ?? '') });
    [removed, added] = [[], []];
  };
  for (const { text, how } of aligned(before, after)) {
    if (how === 'same') flush();
    else if (text !== '') (how === 'removed' ? removed : added).push(text);
  }
  flush();
  return lines;
}

/** Words of Latin script and figures go whole, Chinese by the character. */
const WORDS = /[A-Za-z]+|\d+|./gsu;

function wordChanges(before: string, after: string): ChangedPiece[] {
  const pieces: ChangedPiece[] = [];
  for (const { text, how } of aligned(before.match(WORDS) ?? [], after.match(WORDS) ?? [])) {
    const last = pieces.at(-1);
    if (last?.how === how) pieces[pieces.length - 1] = { how, text: last.text + text };
    else pieces.push({ text, how });
  }
  return pieces;
}

/** Beyond so many comparisons what lies between the common beginning and end counts as written anew. */
const MOST_COMPARED = 4_000_000;

/** The longest common subsequence, after what both begin and end with. */
function aligned(before: readonly string[], after: readonly string[]): ChangedPiece[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const as = (how: ChangedPiece['how']) => (text: string) => ({ text, how });
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const middle =
    old.length * now.length > MOST_COMPARED ? [...old.map(as('removed')), ...now.map(as('added'))] : between(old, now);
  return [...before.slice(0, start).map(as('same')), ...middle, ...before.slice(before.length - end).map(as('same'))];
}

function between(old: readonly string[], now: readonly string[]): ChangedPiece[] {
  const wide = now.length + 1;
  const common = new Uint16Array((old.length + 1) * wide);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * wide + j] =
        old[i] === now[j]
          ? common[(i + 1) * wide + j + 1]! + 1
          : Math.max(common[(i + 1) * wide + j]!, common[i * wide + j + 1]!);
  const pieces: ChangedPiece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ text: old[i]!, how: 'same' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= now.length || (i < old.length && common[(i + 1) * wide + j]! >= common[i * wide + j + 1]!)) {
      pieces.push({ text: old[i]!, how: 'removed' });
      i += 1;
    } else {
      pieces.push({ text: now[j]!, how: 'added' });
      j += 1;
    }
  }
  return pieces;
}
