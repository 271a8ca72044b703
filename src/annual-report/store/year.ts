/** 一年的记录 from every room's own store: the counts that the form is filled with, and who they are counted for. */
import { countDecisions } from '../../enforcement/store.ts';
import { countInteractions } from '../../interaction/store.ts';
import { type Agency, type AgencyId, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { normativeFigures, publicationFigures } from '../../publications/store/figures.ts';
import { countFees, countTable3 } from '../../requests/store/figures.ts';
import { countTable4 } from '../../requests/store/remedies.ts';
import { settingsOf } from '../../statute/store.ts';
import { compileFigures } from '../compile.ts';
import type { CompiledYear } from '../decide.ts';
import type { YearRecords } from '../year-records.ts';

/** Whose report it is, and whose records go into it: a government's takes in all below it. */
export interface ReportScope {
  readonly agency: Agency;
  readonly agencyIds: readonly AgencyId[];
}

export async function scopeOf(db: Db, agencyId: AgencyId): Promise<ReportScope | undefined> {
  const agencies = await listAgencies(db);
  const agency = agencies.find(({ id }) => id === agencyId);
  return agency && { agency, agencyIds: subtreeOf(agencyId, agencies) };
}

export async function recordsOf(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<YearRecords> {
  const [stock, published, decisions, applications, litigation, interactions, processingFee] = await Promise.all([
    normativeFigures(db, agencyIds, year),
    publicationFigures(db, agencyIds, year),
    countDecisions(db, agencyIds, year),
    countTable3(db, agencyIds, year),
    settingsOf(db).then(({ table4Basis }) => countTable4(db, agencyIds, year, table4Basis)),
    countInteractions(db, agencyIds, year),
    countFees(db, agencyIds, year),
  ]);
  return {
    ...stock,
    ...litigation,
    decisions,
    applications,
    interactions,
    processingFee,
    published: {
      items: published.items,
      inTwoColumns: published.inTwoColumns,
      news: published.byColumn.news,
      overview: published.byColumn.overview,
      catalogue: published.byColumn.catalogue,
      specialColumns: published.specialColumns,
      gazettes: published.gazettes,
      interpretations: published.interpretations,
      meetings: published.meetings,
    },
  };
}

/** The figures as the records stand now. */
export async function compileYear(db: Db, { agency, agencyIds }: ReportScope, year: number): Promise<CompiledYear> {
  const records = await recordsOf(db, agencyIds, year);
  return { records, figures: compileFigures(agency.name, year, records) };
}
