/** 字 in Word: words with the looks they have, links that can be followed, lines that end. */
import { ExternalHyperlink, type IRunOptions, TextRun, UnderlineType } from 'docx';
import type { PaperRun, PaperWords, WordLook } from '../../../statute/paper.ts';
import { legible } from '../official-layout.ts';

const LOOKS: Readonly<Record<WordLook, IRunOptions>> = {
  bold: { bold: true },
  italic: { italics: true },
  underline: { underline: { type: UnderlineType.SINGLE } },
  strike: { strike: true },
  raised: { superScript: true },
  lowered: { subScript: true },
};

export function text(words: string, look: IRunOptions): TextRun {
  return new TextRun({ ...look, text: legible(words) });
}

export function wordsIn({ text: words, runs }: PaperWords, look: IRunOptions): (TextRun | ExternalHyperlink)[] {
  return runs ? runs.flatMap((run) => runIn(run, look)) : [text(words, look)];
}

function runIn({ text: words, looks = [], address }: PaperRun, look: IRunOptions): (TextRun | ExternalHyperlink)[] {
  const dressed: IRunOptions = Object.assign({}, look, ...looks.map((one) => LOOKS[one]));
  const linked = address === undefined ? dressed : { ...dressed, style: 'Hyperlink' };
  const lines = legible(words)
    .split('\n')
    .map((line, at) => new TextRun({ ...linked, text: line, ...(at > 0 ? { break: 1 } : {}) }));
  return address === undefined ? lines : [new ExternalHyperlink({ link: legible(address), children: lines })];
}
