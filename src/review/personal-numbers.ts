/**
 * 登记册里的个人号码 [ENF-17]: in a register that is shown to everybody a number of a person has no business, however it is written. Stricter than what is
 * asked of prose (`personal-information.ts`): parted in any way, with a wrong check digit, of the old length, or inside a longer number.
 */
import { type FoldedText, foldText, type Stretch, stretchOf } from './folded-text.ts';
import { isBankCard, isIdentityNumber, isLikeIdentity } from './number-forms.ts';

export interface PersonalNumber extends Stretch {
  readonly term: '居民身份证号码' | '银行卡号' | '手机号码';
}

export interface NumberRules {
  /** Of 区划: eleven figures that begin with it are a number of that office and no telephone. */
  readonly region?: string;
  /** The field holds numbers of papers, which often have a place and a day in them: nobody is born in the last ten years. */
  readonly isNumberField?: boolean;
  /** The year in which it was decided. */
  readonly year?: number;
}

/** A number is parted by dots, or by spaces and dashes; a list of amounts by both. */
const RUNS = [/\d+(?:[ ·_/-]{1,3}\d+)*(?:[ ·_/-]{0,3}[Xx])?/g, /\d+(?:\.\d+)+(?:\.?[Xx])?/g];
const LONGEST = 20;
const SHORTEST = 11;

/** @returns in the order of the text; they do not overlap */
export function personalNumbers(text: string, rules: NumberRules = {}): PersonalNumber[] {
  if (figuresIn(text) < SHORTEST) return [];
  const folded = foldText(text);
  const found = RUNS.flatMap((form) =>
    [...folded.letters.matchAll(form)].flatMap(({ 0: run, index }) => inRun(folded, run, index, rules)),
  );
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, i, all) => i === 0 || all.slice(0, i).every(({ end }) => end <= one.start));
}

/** Of any script, counted before anything dearer is done: most texts have few. */
function figuresIn(text: string): number {
  let count = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code < 0x80 ? code >= 0x30 && code <= 0x39 : (code < 0x4e00 || code > 0x9fff) && /\p{N}/u.test(letter))
      count += 1;
  }
  return count;
}

interface Piece {
  readonly figures: string;
  readonly from: number;
}

/** Said to be one, it is one, though it begins as a number of the office. */
const TELEPHONE = /(?:电话|手机|联系方式|联系人|Tel)[^\d\n]{0,8}$/i;

/** A number begins and ends where a piece does; an identity number may stand inside a longer piece. */
function inRun(folded: FoldedText, run: string, index: number, rules: NumberRules): PersonalNumber[] {
  const pieces: Piece[] = [...run.matchAll(/\d+[Xx]?|[Xx]/g)].map(({ 0: figures, index: from }) => ({
    ...{ figures: figures.toUpperCase(), from: index + from },
  }));
  const found: PersonalNumber[] = [];
  const isTelephone = TELEPHONE.test(folded.letters.slice(Math.max(0, index - 16), index));
  const { region: _, ...anywhere } = rules;
  for (let first = 0; first < pieces.length; first += 1) {
    let figures = '';
    for (let last = first; last < pieces.length && figures.length < LONGEST; last += 1) {
      const { from, figures: more } = pieces[last]!;
      figures += more;
      const term = termOf(figures, isTelephone ? anywhere : rules);
      if (term) found.push({ term, ...stretchOf(folded, pieces[first]!.from, from + more.length) });
    }
  }
  return [...found, ...pieces.flatMap((piece) => insideOf(folded, piece, rules))].sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  );
}

function insideOf(folded: FoldedText, { figures, from }: Piece, rules: NumberRules): PersonalNumber[] {
  if (figures.length <= 18) return [];
  const windows = Array.from({ length: figures.length - 17 }, (_, i) => figures.slice(i, i + 18));
  return windows.some((window) => isIdentityNumber(window) && isLikeIdentity(window, youngestBy(rules)))
    ? [{ term: '居民身份证号码', ...stretchOf(folded, from, from + figures.length) }]
    : [];
}

/** The year after which nobody was born. */
function youngestBy({ isNumberField, year = 2100 }: NumberRules): number {
  return isNumberField ? year - 10 : year;
}

function termOf(figures: string, rules: NumberRules): PersonalNumber['term'] | undefined {
  if (isLikeIdentity(figures, youngestBy(rules))) return '居民身份证号码';
  if (isBankCard(figures)) return '银行卡号';
  const isPhone = /^(?:0|(?:00)?86)?1[3-9]\d{9}$/.test(figures);
  return isPhone && !(rules.region && figures.startsWith(rules.region)) ? '手机号码' : undefined;
}
