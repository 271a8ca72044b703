/**
 * 部首写的字: browsers and some fonts write 民, 青, 人 in a PDF as the signs of their radicals (⺠, ⻘, ⼈), which look the same and are other
 * characters: no search and no name finds them. Those of the Kangxi block have their characters in Unicode's compatibility forms.
 */
import { UNKNOWN_LETTER } from '../../statute/paper.ts';

const SUPPLEMENT = new Map(
  '⺁厂 ⺈刀 ⺊卜 ⺌小 ⺍小 ⺟母 ⺠民 ⺫目 ⺬示 ⺶羊 ⺷羊 ⺸羊 ⺻聿 ⺼肉 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龟 ⻲亀 ⻳龟'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);

/** Of a font that does not say which character its letter is: a control character, or one for private use that is no sign of a symbol font (\uf0b7). */
const UNNAMED = /(?!\s)[\p{Cc}\ue000-\uefff\uf100-\uf8ff\ufffd]/gu;

export function withLetters(text: string): string {
  return text
    .replace(UNNAMED, UNKNOWN_LETTER)
    .replace(/[\u2e80-\u2fdf]/g, (sign) => SUPPLEMENT.get(sign) ?? sign.normalize('NFKC'));
}
