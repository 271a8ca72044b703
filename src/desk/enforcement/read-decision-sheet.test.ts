import { describe, expect, it } from 'vitest';
import { inventedLicences, LICENCE_CODES } from '../../../test/support/invented-decisions.ts';
import { civil } from '../../statute/civil-date.ts';
import { readDecisionSheet } from './read-decision-sheet.ts';

const lines = inventedLicences(4).rows.map(({ texts }) => texts.map((text) => `"${text}"`).join(','));
const told = (written: readonly string[]) => {
  const read = readDecisionSheet(Buffer.from(written.join('\r\n')), 'licensing', civil('2025-01-10'))!;
  return { read: read.decisions.map(({ at }) => at), issues: read.issues.map(({ where, says }) => `${where} ${says}`) };
};
const without = (line: string) =>
  line
    .split(',')
    .map((cell, i) => (LICENCE_CODES[i] === 'XK_NR' ? '' : cell))
    .join(',');

describe('a file of comma separated values', () => {
  it('ENF-11 numbers its lines as who opens it sees them, empty ones and cells of several lines counted', () => {
    const [head, first, second, third] = lines as [string, string, string, string];
    const long = first.replace('"预', '"一\r\n预');
    expect(told([head, first, '', ',,,', second, third])).toEqual({ read: [2, 5, 6], issues: [] });
    expect(told(['', head, long, '', without(second)]).issues).toEqual(['第 5 行“许可内容” 没有填写']);
  });

  it('ENF-11 whose quotes do not pair is told where', () => {
    const [head, first] = lines as [string, string];
    expect(told([head, first, '"示例县']).issues[0]).toMatch(/整个文件 读到第 \d+ 行，有一格的引号没有配对/);
  });
});
