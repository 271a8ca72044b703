/** 已公布的年报 as the portal shows them: the frozen report of the newest published version of each year. */
import type { AnnualReport } from '../annual-report/annual-report.ts';
import { withTableSections } from '../annual-report/render/printed-sections.ts';
import { reportTitle } from '../annual-report/render/report-paper.ts';
import type { Report } from '../annual-report/report.ts';
import { publishedReport, publishedReports } from '../annual-report/store/reports.ts';
import type { AgencyId } from '../people/agency.ts';
import type { Db } from '../platform/database.ts';
import { type CivilDate, civilDateAt } from '../statute/civil-date.ts';

export interface ShownReport {
  /** Of the version that is shown. */
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly publishedOn: CivilDate;
  /** 更正说明, when an earlier version was replaced. */
  readonly correction: string | null;
  readonly report: Report;
}

/** Where the reports of an agency stand: the county's own at a door of the site, those of any other below its page. */
export function reportsPath({ countyId }: { readonly countyId: AgencyId }, agencyId: AgencyId): string {
  return agencyId === countyId ? '/annual-reports' : `/agencies/${agencyId}/annual-reports`;
}

export async function shownReports(db: Db, agencyId: AgencyId): Promise<ShownReport[]> {
  return (await publishedReports(db, agencyId)).flatMap((report) => shown(report) ?? []);
}

export async function shownReport(db: Db, agencyId: AgencyId, year: number): Promise<ShownReport | undefined> {
  const report = await publishedReport(db, agencyId, year);
  return report ? shown(report) : undefined;
}

/** Published means frozen: without frozen figures there is nothing to show. */
function shown({ id, year, frozen, publishedAt, correction }: AnnualReport): ShownReport | undefined {
  if (!frozen || !publishedAt) return undefined;
  return {
    id,
    year,
    title: reportTitle({ unit: frozen.unit, year }),
    publishedOn: civilDateAt(publishedAt),
    correction,
    report: withTableSections(frozen),
  };
}
