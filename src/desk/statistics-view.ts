/** 统计 [STA-4, STA-5] of the agencies an officer reads, in words. */
import { formatFor } from '../annual-report/form.ts';
import { type CountedFile, type DivisionName, divide, OPEN, totalOf } from '../requests/statistics.ts';
import { countedFiles } from '../requests/store/statistics.ts';
import { civilDateAt } from '../statute/civil-date.ts';
import { CHANNELS } from '../statute/receipt.ts';
import { isRefusal, type Refusal } from '../statute/refusal.ts';
import { agencyNames } from './agency-names.ts';
import type { StatisticsView } from './contract/statistics.ts';
import type { DeskDeps } from './desk.ts';
import { enter, type Officer } from './reach.ts';

/** 口径. */
const COLUMNS: StatisticsView['columns'] = [
  { term: '新收', name: '收到申请之日在这一年的，与年报表三第一行相同。' },
  { term: '办结', name: '这一年送达、撤回或者视为放弃的，含上年结转，与年报表三（七）总计相同。' },
  { term: '中位数', name: '从收到到答复的工作日，一半的件不超过它；补正、征求意见、等缴费的时间没有扣除。' },
  { term: '九成以内', name: '同上，九成的件不超过它。' },
  { term: '超期', name: '答复晚于期限的，加上期限已过还没有答复的，按今天的记录计算；含上年结转。' },
];

interface Division {
  readonly term: string;
  readonly termOf: (key: string) => string;
  readonly pathOf?: (key: string) => string;
}

export async function statisticsView(
  officer: Officer,
  year: number,
  { house }: Pick<DeskDeps, 'house'>,
): Promise<StatisticsView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const nameOf = await agencyNames(house.db);
  const files = await countedFiles(house.db, agencies, year, civilDateAt(house.now()), house.calendar());
  const divisions: Record<DivisionName, Division> = {
    agency: { term: '按机关', termOf: nameOf, pathOf: (id) => `/requests?agencyId=${encodeURIComponent(id)}` },
    channel: { term: '按渠道', termOf: (name) => CHANNELS[name as CountedFile['channel']].term },
    outcome: { term: '按处理结果', termOf: rowTerms(year) },
    month: { term: '按月', termOf: (month) => (month === OPEN ? '没有办结' : `${Number(month)}月`) },
  };
  return {
    year,
    columns: COLUMNS,
    tables: Object.entries(divisions).map(([name, { term, termOf, pathOf }]) => ({
      term,
      lines: [...divide(files, name as DivisionName, year)].map(([key, figures]) => ({
        path: pathOf?.(key) ?? null,
        term: termOf(key),
        ...figures,
      })),
    })),
    total: { path: null, term: '合计', ...totalOf(files, year) },
  };
}

/** The labels of 表三; before there was a national form, those of the first. */
function rowTerms(year: number): (row: string) => string {
  const { rows } = formatFor(Math.max(2019, year));
  return (code) => (code === OPEN ? '没有办结' : (rows.find((row) => row.code === code)?.label ?? code));
}
