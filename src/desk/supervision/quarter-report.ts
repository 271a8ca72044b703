/** 季度报告 [SUP-72, SUP-73]: the self-check of each site with tickets, patrols and mistakes of the quarter, as a sheet and as a paper of the same figures. */
import type { AgencyId } from '../../people/agency.ts';
import type { House } from '../../perform.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { civilDateAt, earliest, inProse } from '../../statute/civil-date.ts';
import type { Paper, PaperCell } from '../../statute/paper.ts';
import { countStandings, patrolDays } from '../../supervision/patrol/month.ts';
import { plannedBetween } from '../../supervision/patrol/roster.ts';
import { type Quarter, quarterOf, type SelfCheckLine, selfCheck } from '../../supervision/self-check/quarter.ts';
import { ticketsBetween } from '../../supervision/store/findings.ts';
import { mistakesBetween } from '../../supervision/store/mistakes.ts';
import { rostersOf, sheetsBetween } from '../../supervision/store/patrol.ts';
import { quarterRecords } from '../../supervision/store/quarter-records.ts';
import { watchedSites } from '../../supervision/store/sites.ts';
import { VERDICTS } from '../../supervision/verdict.ts';

export interface QuarterReport {
  readonly quarter: Quarter;
  readonly sites: readonly { readonly name: string; readonly lines: readonly SelfCheckLine[] }[];
  /** Sentences, a figure each that can be counted again. */
  readonly told: readonly string[];
}

export async function quarterReport(
  house: House,
  agencies: readonly AgencyId[],
  asked: string,
): Promise<QuarterReport> {
  const { db } = house;
  const quarter = quarterOf(asked);
  const today = civilDateAt(house.now());
  const sites = (await watchedSites(db)).filter(({ agencyId }) => agencies.includes(agencyId));
  const mistakes = await mistakesBetween(db, agencies, quarter.first, quarter.last, today);
  const checked: QuarterReport['sites'][number][] = [];
  for (const site of sites)
    checked.push({
      name: site.name,
      lines: selfCheck(await quarterRecords(db, site, quarter, mistakes), quarter, today),
    });
  return {
    quarter,
    sites: checked,
    told: [...(await toldOfTickets(house, agencies, quarter)), ...(await toldOfPatrols(house, agencies, quarter))],
  };
}

/** From a day to a day, both of them in it. */
export type Span = Pick<Quarter, 'first' | 'last'>;

export async function toldOfTickets({ db, now }: House, agencies: readonly AgencyId[], { first, last }: Span) {
  const today = civilDateAt(now());
  const lines = await ticketsBetween(db, agencies, first, last);
  const count = (is: (one: (typeof lines)[number]['ticket']) => boolean) =>
    lines.filter(({ ticket }) => is(ticket)).length;
  const closed = count(({ closedOn }) => closedOn !== null && closedOn <= last);
  const late = count(({ dueOn, closedOn }) => (closedOn ?? today) > dueOn);
  const failed = count(({ lookedBack }) => lookedBack === 'failed');
  return [`办理中的整改单 ${lines.length} 张，销号 ${closed} 张，超过期限 ${late} 张，回头看不合格 ${failed} 张。`];
}

export async function toldOfPatrols(
  { db, now, calendar }: House,
  agencies: readonly AgencyId[],
  { first, last }: Span,
) {
  const today = civilDateAt(now());
  const rosters = await rostersOf(db, agencies);
  const until = earliest(last, today);
  const counts = { signed: 0, late: 0, missed: 0 };
  for (const agencyId of new Set(rosters.map((one) => one.agencyId))) {
    const own = rosters.filter((one) => one.agencyId === agencyId);
    const sheets = await sheetsBetween(db, [agencyId], first, until);
    const days = patrolDays(plannedBetween(own, first, until, calendar()), sheets, today);
    const { signed, late, missed } = countStandings(days);
    counts.signed += signed;
    counts.late += late;
    counts.missed += missed;
  }
  return [`每日巡查当天签 ${counts.signed} 张，补签 ${counts.late} 张，缺 ${counts.missed} 张。`];
}

const HEADS = ['编号', '指标', '性质', '界限', '结果', '情况', '依据的可信度'];

function cellsOf({ indicator, state, says }: SelfCheckLine): string[] {
  const { code, term, weight, threshold, certainty } = indicator;
  return [code, term, weight === 'veto' ? '单项否决' : '扣分', threshold, VERDICTS[state].term, says, certainty];
}

export function quarterSheet({ quarter, sites, told }: QuarterReport): FilledSheet {
  return {
    title: `检查指标自查表 ${quarter.term}`,
    heads: ['站点', ...HEADS],
    lines: sites.flatMap(({ name, lines }) => lines.map((line) => [name, ...cellsOf(line)])),
    notes: [...told, CAUTION],
  };
}

const CAUTION = '本表由记录逐日计算；标“待核”的界限没有取得原文，标“未能查看”的不等于正常，请人工核对。';

/** @param on the day it was made */
export function quarterPaper({ quarter, sites, told }: QuarterReport, on: Parameters<typeof inProse>[0]): Paper {
  return {
    title: `政府网站监测和自查报告（${quarter.term}）`,
    blocks: [
      { kind: 'paragraph', text: `${inProse(quarter.first)}至${inProse(quarter.last)}，${inProse(on)}生成。` },
      ...told.map((text) => ({ kind: 'paragraph', text }) as const),
      ...sites.flatMap(({ name, lines }) => [
        { kind: 'heading', level: 1, text: name } as const,
        {
          kind: 'table',
          caption: `${name}检查指标自查`,
          columns: HEADS.length,
          headRows: 1,
          rows: [
            HEADS.map((text): PaperCell => ({ text, head: 'column', align: 'center' })),
            ...lines.map((line) => cellsOf(line).map((text): PaperCell => ({ text, align: 'left' }))),
          ],
        } as const,
      ]),
      { kind: 'note', text: CAUTION },
    ],
  };
}
