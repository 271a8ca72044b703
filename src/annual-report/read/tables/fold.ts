/** 全角半角、空白、异体写法: what differs in print but not in meaning is made one before labels and figures are compared. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]/g;

/** Most cells are figures in plain digits: nothing to make one. */
const PLAIN = /^[\x20-\x7e\n\t]*$/;

export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[〔【［]/g, '(')
    .replace(/[〕】］]/g, ')')
    .replace(/[—–−‐‑―─]/g, '-')
    .replace(/[^\S\n\t]/g, ' ');
}

/** Chinese characters and letters only: what a label says, without numbers, marks and the breaks of its layout. */
export function wordsOnly(text: string): string {
  return fold(text).replace(/[^\u3400-\u9fffA-Za-z]/g, '');
}
