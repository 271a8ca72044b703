const QUERIES_AT_MOST = 4;

/** The most telling parts of a description: titles in 《》, numbers of documents, then its longest pieces. */
export function queriesIn(wanted: string): string[] {
  const titles = [...wanted.matchAll(/《([^》]{2,80})》/g)].map((match) => match[1]!);
  const numbers = [...wanted.matchAll(/[\u4e00-\u9fff]{2,12}〔\d{4}〕\d+号/g)].map(([number]) =>
    // What stands before the number is often joined to it: 和示政发…, 根据示政发….
    number.replace(/^.*(?:和|与|及|按|据)(?=[\u4e00-\u9fff]{2,}〔)/, ''),
  );
  const pieces = wanted
    .split(
      /[，。；：、？！,.;:?!\s《》“”（）()〔〕]+|申请公开|请提供|我想要|我要|我想|希望|有关|关于|相关|以及|和|与|及|的/,
    )
    .filter((piece) => /[\u4e00-\u9fff]{3,}/.test(piece) && piece.length <= 30)
    .sort((a, b) => b.length - a.length);
  return [...new Set([...titles, ...numbers, ...pieces])].slice(0, QUERIES_AT_MOST);
}
