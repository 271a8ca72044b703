/**
 * 读入数量表: a CSV with the columns 类别、月份、数量或金额（元） and, for fees, 收费项目. Every fault names its line, its
 * column and the remedy; one faulty line and nothing is taken [ENF-2].
 */
import { parse } from 'csv-parse/sync';
import { type CivilDate, parseCivilDate } from '../statute/civil-date.ts';
import type { Issue } from '../statute/issue.ts';
import type { DecisionCount } from './decision-count.ts';
import { REGISTER_KIND_NAMES, REGISTER_KINDS, type RegisterKindName } from './register-kinds.ts';

const COLUMNS = ['类别', '月份', '数量或金额'] as const;
const LINES_ALLOWED = 20_000;

export function readCounts(csv: string): { counts: DecisionCount[]; issues: Issue[] } {
  let lines: Record<string, string>[];
  try {
    lines = parse(csv, { bom: true, trim: true, columns: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    return unreadable(`这不是一份 CSV 表格（${(error as Error).message}）。请从电子表格另存为“CSV UTF-8”再上传。`);
  }
  if (lines.length === 0) return unreadable('表格里没有数据行。第一行应是表头，从第二行起每行一个月份。');
  if (lines.length > LINES_ALLOWED) return unreadable(`一次最多读入 ${LINES_ALLOWED} 行，请分几次上传。`);
  const missing = COLUMNS.filter((column) => !(column in lines[0]!));
  if (missing.length > 0)
    return unreadable(`表头缺少“${missing.join('”“')}”列。表头应有“类别”“月份”“数量或金额”“收费项目”四列。`);
  const issues: Issue[] = [];
  const counts = lines.flatMap((line, index) => readLine(line, index + 2, issues));
  issues.push(...repeated(counts));
  return issues.length > 0 ? { counts: [], issues } : { counts, issues };
}

function readLine(line: Record<string, string>, at: number, issues: Issue[]): DecisionCount[] {
  const fault = (column: string, says: string, advice: string) =>
    issues.push({
      code: 'ENF-2',
      severity: 'error',
      where: `第 ${at} 行“${column}”`,
      says,
      basis: '数量表格式',
      advice,
    });
  const kind = REGISTER_KIND_NAMES.find((name) => REGISTER_KINDS[name].term === line.类别);
  if (!kind)
    fault(
      '类别',
      `没有“${line.类别}”这个类别`,
      `填${REGISTER_KIND_NAMES.map((n) => REGISTER_KINDS[n].term).join('、')}之一`,
    );
  const month = monthOf(line.月份 ?? '');
  if (!month) fault('月份', `“${line.月份}”不是月份`, '写成 2024-03 这样的形式');
  const amount = kind && amountOf(line.数量或金额 ?? '', kind);
  if (kind && amount === undefined)
    fault(
      '数量或金额',
      `“${line.数量或金额}”不能读作${kind === 'fee' ? '金额' : '件数'}`,
      kind === 'fee' ? '填以元为单位的金额，最多两位小数' : '填不带小数的非负整数',
    );
  const charge = line.收费项目 ?? '';
  if (kind === 'fee' && !charge) fault('收费项目', '收费没有写明项目', '填收费目录里的项目名称');
  if (!kind || !month || amount === undefined) return [];
  return [{ kind, month, amount, charge: kind === 'fee' ? charge : '' }];
}

function monthOf(text: string): CivilDate | undefined {
  return /^\d{4}-\d{2}$/.test(text) ? parseCivilDate(`${text}-01`) : undefined;
}

/** 件数 as it stands; 元 turned into 分 without passing through a fraction. */
function amountOf(text: string, kind: RegisterKindName): number | undefined {
  const plain = text.replace(/,(?=\d{3}(\D|$))/g, '');
  const match = (kind === 'fee' ? /^(\d{1,12})(?:\.(\d{1,2}))?$/ : /^(\d{1,12})$/).exec(plain);
  if (!match) return undefined;
  return kind === 'fee' ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number(match[1]);
}

function repeated(counts: readonly DecisionCount[]): Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const { kind, charge, month } of counts) {
    const key = `${kind}|${charge}|${month}`;
    if (seen.has(key))
      issues.push({
        code: 'ENF-2',
        severity: 'error',
        where: `${REGISTER_KINDS[kind].term} ${charge} ${month.slice(0, 7)}`,
        says: '同一类别、同一月份出现了两次',
        basis: '一个月份一个数',
        advice: '合并成一行后再上传',
      });
    seen.add(key);
  }
  return issues;
}

function unreadable(says: string): { counts: DecisionCount[]; issues: Issue[] } {
  return {
    counts: [],
    issues: [
      {
        code: 'ENF-2',
        severity: 'error',
        where: '整个文件',
        says,
        basis: '数量表格式',
        advice: '改好后重新上传，本次没有写入任何数据',
      },
    ],
  };
}
