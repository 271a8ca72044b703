/** 收集的年报的视图: the report with what was settled, its source beside what is not, and what contradicts itself. */

import { notesOn } from '../../annual-report/check/examination.ts';
import { cellName } from '../../annual-report/check/figures/cells.ts';
import { type CollectedReport, settledReport } from '../../annual-report/collect/collected-report.ts';
import {
  COLLECTORS,
  collectedFindings,
  NOT_FOUND,
  permitCollecting,
} from '../../annual-report/collect/decide-collected.ts';
import { findingKey, judgementsBy, VERDICTS } from '../../annual-report/collect/judgement.ts';
import { linesOf } from '../../annual-report/collect/lines-of.ts';
import { table2, table3, table4 } from '../../annual-report/render/official-tables.ts';
import { collectedBefore, collectedReport, listCollected } from '../../annual-report/store/collected.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import type { CollectedReports, CollectedReportView } from '../contract.ts';
import { agenciesWith, enter, type Officer, refuseAgency } from '../reach.ts';

const TABLES = { table2: '表二', table3: '表三', table4: '表四' } as const;

export async function collectedList({ db }: House, officer: Officer): Promise<CollectedReports | Refusal> {
  const agencyIds = enter('reports', officer);
  if (isRefusal(agencyIds)) return agencyIds;
  const [lines, nameOf] = await Promise.all([listCollected(db, agencyIds), agencyNames(db)]);
  const names = await namesOfOfficers(db, [...new Set(lines.map(({ addedBy }) => addedBy))]);
  return {
    lines: lines.map(({ agencyId, addedBy, addedAt, ...line }) => ({
      ...line,
      agency: nameOf(agencyId),
      addedBy: names.get(addedBy) ?? '系统',
      addedOn: civilDateAt(addedAt),
    })),
    agencies: agencyTerms(agenciesWith(COLLECTORS, officer), nameOf),
  };
}

/** The report, where the officer may read it. */
export async function readable({ db }: House, officer: Officer, id: string): Promise<CollectedReport | Refusal> {
  const collected = await collectedReport(db, id);
  if (!collected) return NOT_FOUND;
  return refuseAgency('reports', officer, collected.agencyId) ?? collected;
}

export async function collectedView(
  house: House,
  officer: Officer,
  id: string,
): Promise<CollectedReportView | Refusal> {
  const collected = await readable(house, officer, id);
  if (isRefusal(collected)) return collected;
  const { agencyId, name, report, source, settled, judged, addedBy, addedAt } = collected;
  const now = settledReport(collected);
  const [nameOf, names] = await Promise.all([
    agencyNames(house.db),
    namesOfOfficers(house.db, [...new Set([addedBy, ...[...settled, ...judged].map(({ by }) => by)])]),
  ]);
  const previous = await collectedBefore(house.db, collected);
  const judgements = judgementsBy(judged);
  const permission = permitCollecting(officer, agencyId);
  return {
    id,
    agency: nameOf(agencyId),
    unit: report.unit,
    year: report.year,
    name,
    addedBy: names.get(addedBy) ?? '系统',
    addedOn: civilDateAt(addedAt),
    open: now.undecided.length,
    seen: settled.length,
    tables: [table2(now), table3(now), table4(now)].filter((table) => table !== undefined),
    undecided: report.undecided.map((pointer) => {
      const last = settled.findLast((one) => one.pointer === pointer);
      return {
        pointer,
        name: cellName(pointer),
        glued: report.glued?.[pointer.slice(0, pointer.lastIndexOf('/'))] ?? report.glued?.[pointer] ?? null,
        lines: linesOf(pointer, source).map(({ at }) => at),
        settled: last ? { figure: last.figure, by: names.get(last.by) ?? '系统', at: last.at } : null,
      };
    }),
    source: source.map(({ at, page, table, text }) => ({ at, page, table: TABLES[table], text })),
    findings: collectedFindings(collected, previous).map((finding) => {
      const key = findingKey(finding);
      const said = judgements.get(key);
      return {
        ...finding,
        key,
        judged: said
          ? { ...said, term: VERDICTS[said.verdict].term, by: names.get(said.by) ?? '系统', at: said.at }
          : null,
      };
    }),
    judgements: judged.length,
    comparedWithLastYear: previous !== null,
    notes: notesOn(now),
    why: permission.allowed ? null : permission.refusal.says,
  };
}
