/** 表格里的错误 [ENF-11]: where it stands, what is wrong and what to do. */
import type { Issue } from '../../statute/issue.ts';

export const SHEET_BASIS = '双公示数据标准（2018 版）';

/** What is wrong with one cell. */
export interface Fault {
  readonly says: string;
  readonly advice: string;
}

export function issueAt(at: number, column: string, { says, advice }: Fault, code = 'ENF-11'): Issue {
  return { code, severity: 'error', where: `第 ${at} 行“${column}”`, says, basis: SHEET_BASIS, advice };
}

export function issueOfFile(says: string, advice: string): Issue {
  return { code: 'ENF-11', severity: 'error', where: '整个文件', says, basis: SHEET_BASIS, advice };
}
