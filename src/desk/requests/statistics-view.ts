/** 统计 [STA-4, STA-5, STA-6, STA-7] of the agencies an officer reads, in words. */
import { type FormRow, formatFor } from '../../annual-report/form.ts';
import type { Actor } from '../../people/actor.ts';
import type { House } from '../../perform.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import {
  type CountedFigure,
  type CountedFile,
  type DivisionName,
  divide,
  filesBehind,
  type LineKey,
  OPEN,
  totalOf,
} from '../../requests/statistics.ts';
import { listByIds } from '../../requests/store/lists.ts';
import { art } from '../../statute/articles.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { CHANNELS } from '../../statute/receipt.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { AgencyNames } from '../agency-names.ts';
import type { CountedFilesView, StatisticsColumn, StatisticsLine, StatisticsView } from '../contract/statistics.ts';
import { requestLineView } from './request-line-view.ts';

const SINCE_RECEIPT = '从收到到答复的工作日；补正、征求意见、等缴费的时间没有扣除。';

/** 口径. */
const COLUMNS: readonly StatisticsColumn[] = [
  {
    figure: 'received',
    term: '新收',
    means: '收到申请之日在这一年的，与年报表三第一行相同。',
    opens: 'received',
  },
  {
    figure: 'closed',
    term: '办结',
    means: '这一年送达、撤回或者视为放弃的，含上年结转，与年报表三（七）总计相同。',
    opens: 'closed',
  },
  { figure: 'median', term: '中位数', means: `一半的件不超过它。${SINCE_RECEIPT}`, opens: 'timed' },
  { figure: 'p90', term: '九成以内', means: `九成的件不超过它。${SINCE_RECEIPT}`, opens: 'timed' },
  { figure: 'longest', term: '最长', means: `用时最长的一件。${SINCE_RECEIPT}`, opens: 'timed' },
  {
    figure: 'late',
    term: '超期',
    means: '答复晚于期限的，加上期限已过还没有答复的，按今天的记录计算；含上年结转。',
    opens: 'late',
  },
];

interface Division {
  readonly term: string;
  readonly nameOf: (key: string) => Pick<StatisticsLine, 'group' | 'term'>;
}

function divisionsOf(year: number, nameOf: AgencyNames): Record<DivisionName, Division> {
  const alone = (termOf: (key: string) => string) => (key: string) => ({ group: '', term: termOf(key) });
  return {
    agency: { term: '按机关', nameOf: alone(nameOf) },
    channel: { term: '按渠道', nameOf: alone((name) => CHANNELS[name as CountedFile['channel']].term) },
    outcome: { term: '按处理结果', nameOf: rowTerms(year) },
    month: { term: '按月', nameOf: alone((month) => (month === OPEN ? NOT_CLOSED : `${Number(month)}月`)) },
  };
}

const NOT_CLOSED = '没有办结';

export function statisticsView(files: readonly CountedFile[], year: number, nameOf: AgencyNames): StatisticsView {
  return {
    year,
    columns: COLUMNS,
    tables: Object.entries(divisionsOf(year, nameOf)).map(([name, division]) => ({
      name,
      term: division.term,
      lines: [...divide(files, name as DivisionName, year)].map(([key, figures]) => ({
        key,
        ...division.nameOf(key),
        ...figures,
      })),
    })),
    total: { key: '', group: '', term: '合计', ...totalOf(files, year) },
  };
}

/** [STA-7] The labels of 表三 with the group they stand in; before there was a national form, those of the first. */
function rowTerms(year: number): Division['nameOf'] {
  const { rows } = formatFor(Math.max(2019, year));
  return (code) => {
    if (code === OPEN) return { group: '', term: NOT_CLOSED };
    const row = rows.find((one) => one.code === code);
    return row ? nameOfRow(row) : { group: '', term: code };
  };
}

/** “不予公开 › 1.属于国家秘密”; what is a group by itself stands alone, without the number and the remark of the form. */
function nameOfRow({ label, within }: FormRow): Pick<StatisticsLine, 'group' | 'term'> {
  const bare = (words: string) => words.replace(/^（.）/, '').replace(/（[^（）]*）$/, '');
  const group = within[1];
  return group ? { group: bare(group), term: label } : { group: '', term: bare(label) };
}

export function inOneLine({ group, term }: Pick<StatisticsLine, 'group' | 'term'>): string {
  return group === '' ? term : `${group} › ${term}`;
}

const PAGE_SIZE = 20;

/** [STA-6] The files behind a figure, page by page. */
export async function countedFilesView(
  files: readonly CountedFile[],
  asked: { readonly year: number; readonly figure: CountedFigure; readonly line?: LineKey; readonly page: number },
  nameOf: AgencyNames,
  { db, now, calendar }: House,
): Promise<CountedFilesView | Refusal> {
  const { year, figure, line, page } = asked;
  if (line && !divide(files, line.name, year).has(line.key))
    return refuse('NO_SUCH_FIGURE', art(50), '统计里没有这一行，可能记录有了变化。请回到统计重新点开。');
  const behind = filesBehind(files, year, figure, line);
  const shown = behind.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const days = new Map(shown.map(({ id, workdays }) => [id, workdays]));
  const lines = await listByIds(db, [...days.keys()], civilDateAt(now()), calendar());
  const column = COLUMNS.find(({ opens }) => opens === figure)!;
  const division = line && divisionsOf(year, nameOf)[line.name];
  const term = figure === 'timed' ? '已经答复、计算用时的' : column.term;
  return {
    says: [`${year}年`, division && line ? `${division.term}：${inOneLine(division.nameOf(line.key))}` : '', term]
      .filter(Boolean)
      .join('，'),
    means: figure === 'timed' ? SINCE_RECEIPT : column.means,
    total: behind.length,
    pageSize: PAGE_SIZE,
    lines: lines.map((one) => ({ line: requestLineView(one, nameOf), workdays: days.get(one.id) ?? null })),
  };
}

/** 统计 as a sheet [STA-8]: what stands on the screen, one line a row of each table, and what each column means. */
export function statisticsSheet(
  { year, columns, tables, total }: StatisticsView,
  taken: { readonly by: Extract<Actor, { kind: 'officer' }>['name']; readonly on: CivilDate },
): FilledSheet {
  const cells = (term: string, line: StatisticsLine) => [
    term,
    line.group,
    line.term,
    ...columns.map(({ figure }) => line[figure]),
  ];
  return {
    title: `${year}年依申请公开统计`,
    heads: ['分类', '大类', '项目', ...columns.map(({ term }) => term)],
    lines: [...tables.flatMap(({ term, lines }) => lines.map((line) => cells(term, line))), cells('', total)],
    notes: [...columns.map(({ term, means }) => `${term}：${means}`), `${taken.by}于 ${taken.on} 导出，导出已经留痕。`],
  };
}
