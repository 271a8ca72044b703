/**
 * 条文引用: citations of 《中华人民共和国政府信息公开条例》 (国务院令第711号) and of what stands beside it, written the way a letter
 * writes them. Every computed result carries one, so that a reader reaches the article in two hops.
 */
const DIGITS = '零一二三四五六七八九';

/** `第三十六条第(四)项`, `第三十三条第二款`: article, paragraph (款) and item (项) of the Regulation. */
export function art(article: number, place: { paragraph?: number; item?: number } = {}): string {
  const paragraph = place.paragraph === undefined ? '' : `第${inChinese(place.paragraph)}款`;
  const item = place.item === undefined ? '' : `第（${inChinese(place.item)}）项`;
  return `《条例》第${inChinese(article)}条${paragraph}${item}`;
}

/** 1 to 99 in Chinese numerals, as articles are numbered. */
export function inChinese(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`not an article number: ${n}`);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Other documents that decide a computation, by the short name used in citations. */
export const LAWS = {
  regulation: '《中华人民共和国政府信息公开条例》（国务院令第711号，2019-05-15起施行）',
  civilCode: '《中华人民共和国民法典》',
  reconsideration: '《中华人民共和国行政复议法》（2024-01-01起施行）',
  litigation: '《中华人民共和国行政诉讼法》',
  feeMeasures: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  service: '《关于政府信息公开处理决定送达问题的解释》（国办公开办函〔2016〕235号）',
  reportFormat: '《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）',
  holidays: '《全国年节及纪念日放假办法》',
} as const;
