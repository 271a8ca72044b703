/**
 * 连成一行的正文: converters print a whole report as one line. Such a line is cut where a part or a table of the form begins, so that
 * everything after works on lines.
 */
const HEADINGS =
  '总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议[、,，]?行政诉讼情况|存在的?主要问题(?:及|和)改进(?:情况|措施)|其他需要报告的(?:事项|情况)';
const BEGINS = new RegExp(
  `(?=[一二三四五六七八][、.．](?:${HEADINGS}))|(?<=[一二三四五六七八][、.．](?:${HEADINGS}))` +
    '|(?=第二十条第?[（(]?一[)）]?项信息内容)|(?=[（(]本列数据的勾稽)|(?=申请人情况自然人)',
  'g',
);
const ASPECT =
  /(?=[（(][一二三四五六七八][)）](?:主动公开|依申请公开|政府信息管理|政府信息公开平台|信息公开平台|平台建设|监督保障))/g;
const LONG = 400;

export function cutRunOn(line: string): string[] {
  if (line.length < LONG) return [line];
  const cuts = line.match(BEGINS)?.length ?? 0;
  return cuts < 3 ? [line] : line.split(BEGINS).flatMap((part) => part.split(ASPECT));
}
