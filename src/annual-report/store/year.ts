/** 一年的记录 from every room's own store: the counts that the form is filled with, and who they are counted for. */
import { countDecisions } from '../../enforcement/store/counts.ts';
import { countYear } from '../../exchange/store/accounts/year-interactions.ts';
import { type Agency, type AgencyId, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { normativeFigures, publicationFigures } from '../../publications/store/figures.ts';
import { countFees, countTable3 } from '../../requests/store/figures.ts';
import { countTable4 } from '../../requests/store/remedies.ts';
import { settingsOf } from '../../statute/store.ts';
import { oversightYear } from '../../supervision/store/accountability.ts';
import { countSupervision } from '../../supervision/store/year-figures.ts';
import { compileFigures } from '../compile.ts';
import type { CompiledYear } from '../decide.ts';
import { addRecords, NO_RECORDS } from '../hand-up/add-records.ts';
import { recordsOfFigures } from '../hand-up/figure-cells.ts';
import type { HandUp } from '../hand-up/hand-up.ts';
import type { YearRecords } from '../year-records.ts';
import { acceptedHandUps } from './hand-ups.ts';

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

/** What was recorded here, without what was entered by hand. */
export async function recordsHere(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<YearRecords> {
  if (agencyIds.length === 0) return NO_RECORDS;
  const [stock, published, decisions, applications, litigation, interactions, processingFee, supervision] =
    await Promise.all([
      normativeFigures(db, agencyIds, year),
      publicationFigures(db, agencyIds, year),
      countDecisions(db, agencyIds, year),
      countTable3(db, agencyIds, year),
      settingsOf(db).then(({ table4Basis }) => countTable4(db, agencyIds, year, table4Basis)),
      countYear(db, agencyIds, year),
      countFees(db, agencyIds, year),
      countSupervision(db, agencyIds, year),
    ]);
  return {
    ...stock,
    ...litigation,
    decisions,
    applications,
    interactions,
    processingFee,
    supervision,
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

/** What the figures of a scope are made of: agencies whose records are counted, and those whose figures were entered by hand and accepted. */
export interface YearParts {
  readonly recorded: readonly AgencyId[];
  readonly entered: readonly HandUp[];
}

/** [ANR-48] Entered figures stand for the agency and all below it, so nothing is counted twice. */
export async function partsOf(db: Db, { agencyIds }: Pick<ReportScope, 'agencyIds'>, year: number): Promise<YearParts> {
  const accepted = (await acceptedHandUps(db, agencyIds, [year])).filter(({ source }) => source === 'entered');
  if (accepted.length === 0) return { recorded: agencyIds, entered: [] };
  const agencies = await listAgencies(db);
  const below = (id: AgencyId) => subtreeOf(id, agencies).slice(1);
  const covered = new Set(accepted.flatMap(({ agencyId }) => below(agencyId)));
  const entered = accepted.filter(({ agencyId }) => !covered.has(agencyId));
  const out = new Set([...covered, ...entered.map(({ agencyId }) => agencyId)]);
  return { recorded: agencyIds.filter((id) => !out.has(id)), entered };
}

/** The figures as the records stand now, with what was entered by hand. */
export async function compileYear(db: Db, { agency, agencyIds }: ReportScope, year: number): Promise<CompiledYear> {
  const { recorded, entered } = await partsOf(db, { agencyIds }, year);
  const counted = await recordsHere(db, recorded, year);
  const records =
    entered.length === 0
      ? counted
      : addRecords([counted, ...entered.map(({ figures }) => recordsOfFigures(figures, year))]);
  const oversight = await oversightYear(db, agencyIds, year);
  return { records, figures: compileFigures(agency.name, year, records), oversight };
}
