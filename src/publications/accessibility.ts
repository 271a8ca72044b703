/**
 * 无障碍 [PUB-67] (《无障碍环境建设法》第三十二条；GB/T 37668): what a body lacks for whoever reads it with a screen reader. A picture without words
 * stops the release and is named by its place; headings that skip a level and tables without a head are told.
 */
import type { Issue, Severity } from '../statute/issue.ts';
import { plainText } from './body.ts';

const BASIS = '《无障碍环境建设法》第三十二条';

/** @param cleanHtml a cleaned body */
export function accessibilityIssues(cleanHtml: string): Issue[] {
  return [...picturesWithoutWords(cleanHtml), ...skippedHeadings(cleanHtml), ...tablesWithoutHead(cleanHtml)];
}

const issue = (severity: Severity, says: string, advice: string): Issue => ({
  ...{ code: 'PUB-67', severity, where: 'bodyHtml', says, basis: BASIS, advice },
});

/** Words that name no content: what a camera or an editor writes by itself. */
const NO_WORDS = /^(?:图片?|照片|插图|image|picture|img|dsc|微信图片)?[\s_\-\d]*(?:\.\w{3,4})?$/i;

function picturesWithoutWords(html: string): Issue[] {
  return [...html.matchAll(/<img\b[^>]*>/g)].flatMap(({ 0: tag, index }, i) => {
    const alt = /\salt="([^"]*)"/.exec(tag)?.[1]?.trim() ?? '';
    if (!NO_WORDS.test(alt)) return [];
    const before = plainText(html.slice(0, index)).split('\n').at(-1)?.slice(-12) ?? '';
    const place = before === '' ? '在正文开头' : `在“${before}”之后`;
    const lack = alt === '' ? '没有说明文字' : `的说明文字“${alt.slice(0, 20)}”没有说出内容`;
    return [
      issue('error', `第 ${i + 1} 张图片（${place}）${lack}。`, '请写明图上是什么；图上有文字的，把文字写进正文。'),
    ];
  });
}

function skippedHeadings(html: string): Issue[] {
  let level = 1;
  return [...html.matchAll(/<h([2-4])>([\s\S]*?)<\/h\1>/g)].flatMap(([, digit, words]) => {
    const [was, now] = [level, Number(digit)];
    level = now;
    const says = `标题“${plainText(words!).slice(0, 20)}”跳过了上一级。`;
    return now > was + 1 ? [issue('warning', says, '请改为紧接着上一级的标题，读屏软件靠它认次序。')] : [];
  });
}

function tablesWithoutHead(html: string): Issue[] {
  return [...html.matchAll(/<table>([\s\S]*?)<\/table>/g)].flatMap(([, inside], i) => {
    const rows = inside!.split('<tr>').length - 1;
    if (rows < 2 || inside!.includes('<th')) return [];
    const says = `第 ${i + 1} 个表格没有表头。`;
    return [issue('hint', says, '请把第一行设为表头，读屏软件读每一格时先读它。')];
  });
}
