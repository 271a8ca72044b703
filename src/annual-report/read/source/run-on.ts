/**
 * 连成一行的正文: converters print a whole report as one line. Such a line is cut where a part or a table of the form begins, so that
 * everything after works on lines.
 */
const HEADINGS = [
  '总体情况',
  '主动公开政府信息(?:的)?情况',
  '收到和处理政府信息公开申请(?:的)?情况',
  '政府信息公开行政复议[、,，]?\\s*行政诉讼(?:的)?情况',
  '存在的?(?:主要)?(?:问题|不足)(?:(?:及|和|与|以及)?(?:下一步)?(?:改进|整改)(?:情况|措施|工作|方向)?)?',
  '其他需要报告的(?:事项|情况)',
].join('|');
const HEADING = new RegExp(`[一二三四五六七八][、.．]\\s*(?:${HEADINGS})`, 'g');
const BEGINS =
  /第二十条\s*第?[（(]?一[)）]?项\s*信息内容|[（(]本列数据的勾稽|申请人情况\s*自然人|[（(][一二三四五六七八][)）](?:主动公开|依申请公开|政府信息管理|政府信息公开平台|信息公开平台|平台建设|监督保障)/g;
const LONG = 400;

export function cutRunOn(line: string): string[] {
  if (line.length < LONG || (line.match(HEADING)?.length ?? 0) < 2) return [line];
  return line.replace(HEADING, '\n$&\n').replace(BEGINS, '\n$&').split('\n');
}
