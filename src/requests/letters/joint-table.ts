/** 合并收费的各件 [FEE-16] as the table of their notice: each with its 登记号, its place in the month and its price. */
import type { PaperTable } from '../../statute/paper.ts';
import { type JointNotice, jointYuan } from '../fees/joint-notice.ts';
import { plain } from './wording.ts';

const HEAD = ['序号', '登记号', '收到日期', '当月第几件', '单价（元）'];

export function jointTable({ files }: JointNotice): PaperTable {
  return {
    kind: 'table',
    caption: '合并收费的各件申请',
    columns: HEAD.length,
    headRows: 1,
    inLetter: true,
    rows: [
      HEAD.map((text) => ({ text, head: 'column', align: 'center' }) as const),
      ...files.map(({ number, receivedOn, place, yuan }, i) => [
        { text: String(i + 1), align: 'center' } as const,
        // 结转的登记号 was typed by people.
        { text: plain(number) },
        { text: receivedOn, align: 'center' } as const,
        { text: String(place), align: 'right' } as const,
        { text: String(yuan), align: 'right' } as const,
      ]),
      [
        { text: '合计', colspan: 4, head: 'row', align: 'center' },
        { text: String(jointYuan({ files })), align: 'right' },
      ],
    ],
  };
}
