/** 导入报告: what became of each line that was not simply taken over: row, field, what is wrong, what to do. */
import type { FilledSheet } from '../../platform/papers/sheet.ts';

export interface ImportRemark {
  /** Row of the list; 0 speaks of the list as a whole. */
  readonly at: number;
  readonly title: string;
  /** 字段, by its head. */
  readonly field: string;
  readonly says: string;
  readonly advice: string;
  /** Whether the line was left out for it. */
  readonly refused: boolean;
}

export interface Imported {
  readonly lines: number;
  readonly imported: number;
  /** Taken over by an earlier run. */
  readonly before: number;
  readonly refused: number;
  readonly remarks: readonly ImportRemark[];
}

const HEADS = ['行', '标题', '字段', '结果', '问题', '怎么办'];

const verdict = ({ refused }: ImportRemark) => (refused ? '没有导入' : '提示');

export function importSheet(done: Imported, dryRun: boolean): FilledSheet {
  return {
    title: dryRun ? '试导入报告' : '导入报告',
    heads: HEADS,
    lines: done.remarks.map((one) => [one.at, one.title, one.field, verdict(one), one.says, one.advice]),
    notes: [summary(done, dryRun)],
  };
}

export function importText(done: Imported, dryRun: boolean, most = Number.POSITIVE_INFINITY): string {
  const shown = done.remarks.slice(0, most);
  return [
    ...shown.map((one) => `第 ${one.at} 行“${one.title}”  ${one.field}  ${verdict(one)}：${one.says}${one.advice}`),
    ...(shown.length < done.remarks.length
      ? [`还有 ${done.remarks.length - shown.length} 条没有列出，用 --report 文件.xlsx 看全部。`]
      : []),
    summary(done, dryRun),
  ].join('\n');
}

function summary({ lines, imported, before, refused }: Imported, dryRun: boolean): string {
  const parts = [
    `共 ${lines} 条`,
    dryRun ? `可以导入 ${imported} 条` : `导入 ${imported} 条`,
    `以前已经导入 ${before} 条`,
    `${dryRun ? '不能' : '没有'}导入 ${refused} 条`,
  ];
  return `${parts.join('，')}。${dryRun ? '这是试运行，什么也没有写入。' : ''}`;
}
