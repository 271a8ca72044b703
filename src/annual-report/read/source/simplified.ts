/** 繁体转简体: the form's labels are simplified, so a traditional text is converted as a whole before it is read. */
import { Converter } from 'opencc-js/t2cn';

const TRADITIONAL = /[開請報總計種類復議訴訟構業條規處罰強許無個結轉維糾審]/g;
let convert: ((text: string) => string) | undefined;

export function simplified(text: string): string {
  if ((text.match(TRADITIONAL)?.length ?? 0) < 12) return text;
  convert ??= Converter({ from: 't', to: 'cn' });
  return convert(text);
}
