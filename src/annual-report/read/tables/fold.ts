/** 全角半角、空白、异体写法: what differs in print but not in meaning is made one before labels and figures are compared. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]/g;

/** Stands before the number of a footnote behind a figure: `12^1` is 12. */
export const NOTE_MARK = '^';

/** ² and ② would become digits of the figure they stand behind. */
const RAISED =
  /(?<=[\d\uff10-\uff19])(?=[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229])/g;

/** Most cells are figures in plain digits: nothing to make one. */
const PLAIN = /^[\x20-\x7e\n\t]*$/;

export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(RAISED, NOTE_MARK)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[〔【［]/g, '(')
    .replace(/[〕】］]/g, ')')
    .replace(/[—–−‐‑―─⸺⸻]/g, '-')
    .replace(/[^\S\n\t]/g, ' ');
}

/** Chinese characters and letters only: what a label says, without numbers, marks and the breaks of its layout. */
export function wordsOnly(text: string): string {
  return fold(text).replace(/[^\u3400-\u9fffA-Za-z]/g, '');
}
