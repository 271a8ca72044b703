/**
 * 数字背后的记录: asks the room where the records of a figure lie. Every record says what it adds; the shares of all together are the
 * figure, whichever it is.
 */
import { wanYuan } from '../../enforcement/decision-count.ts';
import { REGISTER_KINDS } from '../../enforcement/register-kinds.ts';
import { countsBehind } from '../../enforcement/store/counts.ts';
import { heldBehind } from '../../exchange/store/accounts/year-interactions.ts';
import { INTERACTION_KINDS } from '../../interaction/interaction.ts';
import { type AgencyId, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { listBehindFigure } from '../../publications/store/figures.ts';
import { FACT_TERMS } from '../../requests/facts.ts';
import { OUTCOMES } from '../../requests/outcomes.ts';
import { CONCLUSIONS } from '../../requests/remedies/conclusions.ts';
import { STATES } from '../../requests/states.ts';
import { countedTwice, feesBehind } from '../../requests/store/figures.ts';
import { listBehindCell, type Page } from '../../requests/store/lists.ts';
import { listBehindTable4Cell } from '../../requests/store/remedies.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { settingsOf } from '../../statute/store.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { supervisionBehind } from '../../supervision/store/year-figures.ts';
import { SUPERVISION_FIGURES } from '../../supervision/year-figures.ts';
import { figureAt } from '../check/figures/cells.ts';
import { total } from '../check/worked-sum.ts';
import type { FigureSource, RecordsWanted } from '../figure-source.ts';
import { hasRecords } from '../hand-up/add-records.ts';
import type { HandUp } from '../hand-up/hand-up.ts';
import { partsOf, type ReportScope, recordsHere } from './year.ts';

export interface BehindRecord {
  readonly title: string;
  readonly note: string;
  readonly on: CivilDate;
  /** What it adds to the figure, in the unit of the figure. */
  readonly share: number;
  /** The same for the reader. */
  readonly amount: string;
  /** The application it belongs to, where there is one. */
  readonly requestId: string | null;
  /** The document it is, where it is one. */
  readonly documentId: string | null;
  /** The account it was posted on, where it is a post of one. */
  readonly accountId: string | null;
  /** Where the console shows a record of supervision. */
  readonly path: string | null;
}

/** What one agency adds to the figure, from its records or as it was entered by hand. */
export interface BehindAgency {
  readonly agencyId: AgencyId;
  readonly figure: number;
  /** 人工录入: why; null where records are behind it. */
  readonly enteredWhy: string | null;
  /** What the records of the agency and all below it say, where the figure was entered and there are records; null otherwise. */
  readonly recorded: number | null;
}

export interface BehindPage {
  readonly records: readonly BehindRecord[];
  /** How many records there are on all pages. */
  readonly total: number;
  /** What all of them, and what was entered by hand, add up to. */
  readonly sum: number;
  /** 逐单位: the agency itself and those right below it; empty where it stands alone. */
  readonly agencies: readonly BehindAgency[];
  /** [ORG-6] Applications that one of them handed to another: each has it, all together have it once. */
  readonly twice: number;
}

export interface Day {
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
}

export async function recordsBehind(
  db: Db,
  scope: ReportScope,
  year: number,
  source: Pick<FigureSource, 'wanted' | 'cell'>,
  page: Page,
  day: Day,
): Promise<BehindPage> {
  const { recorded, entered } = await partsOf(db, scope, year);
  const here = await recordedBehind(db, recorded, year, source.wanted, page, day);
  const byHand = entered.map(({ agencyId, figures, why }) => ({
    agencyId,
    figure: enteredAs(source, figures),
    enteredWhy: why,
    recorded: null,
  }));
  const sum = byHand.reduce((whole, { figure }) => addExactly(whole, figure), here.sum);
  return { ...here, sum, ...(await byAgency(db, scope, year, source, byHand, day)) };
}

/** What was entered by hand says of it: its cell, or the cells of the form that it is the sum of. */
function enteredAs({ wanted, cell }: Pick<FigureSource, 'wanted' | 'cell'>, figures: HandUp['figures']): number {
  const ofForm = wanted.room === 'remedies' ? wanted.kinds.map((kind) => `/table4/${kind}/${wanted.column}`) : [];
  return (cell ? [cell] : ofForm).reduce((whole, where) => addExactly(whole, figureAt(where)(figures) ?? 0), 0);
}

/** Money has six digits behind the point at most. */
function addExactly(a: number, b: number): number {
  return (Math.round(a * 1e6) + Math.round(b * 1e6)) / 1e6;
}

const FIRST: Page = { number: 1, size: 1 };

async function byAgency(
  db: Db,
  { agency, agencyIds }: ReportScope,
  year: number,
  { wanted }: Pick<FigureSource, 'wanted'>,
  byHand: readonly BehindAgency[],
  day: Day,
): Promise<Pick<BehindPage, 'agencies' | 'twice'>> {
  if (agencyIds.length < 2 && byHand.length === 0) return { agencies: [], twice: 0 };
  const agencies = await listAgencies(db);
  const byHandIds = new Set(byHand.map(({ agencyId }) => agencyId));
  const parts = agencies
    .filter(({ id, parentId }) => id === agency.id || parentId === agency.id)
    .map(({ id }) => ({ id, all: id === agency.id ? [id] : subtreeOf(id, agencies) }));
  const counted = await Promise.all(
    parts.map(async ({ id, all }): Promise<BehindAgency> => {
      const { recorded, entered } = await partsOf(db, { agencyIds: all }, year);
      const { sum } = await recordedBehind(db, recorded, year, wanted, FIRST, day);
      const within = byHand.filter(({ agencyId }) => entered.some((one) => one.agencyId === agencyId));
      const figure = within.reduce((whole, one) => addExactly(whole, one.figure), sum);
      if (!byHandIds.has(id)) return { agencyId: id, figure, enteredWhy: null, recorded: null };
      const records = await recordedOf(db, subtreeOf(id, agencies), year, wanted, day);
      return { agencyId: id, figure, enteredWhy: within[0]?.enteredWhy ?? null, recorded: records };
    }),
  );
  const twice = await twiceIn(
    db,
    parts.map(({ all }) => all),
    year,
    wanted,
  );
  return { agencies: counted.filter(({ figure, recorded }) => figure !== 0 || recorded), twice };
}

async function twiceIn(db: Db, parts: AgencyId[][], year: number, wanted: RecordsWanted): Promise<number> {
  if (wanted.room !== 'requests') return 0;
  const counts = Object.entries(await countedTwice(db, parts, year));
  const rows = counts.filter(([row]) => row === wanted.row || (wanted.row === '3.7' && row.startsWith('3.')));
  return total(rows.flatMap(([, six]) => (wanted.column === six.length ? six : (six[wanted.column] ?? 0))));
}

/** [ANR-52] What the records say where a figure was entered in their place; null where there are none at all. */
async function recordedOf(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  wanted: RecordsWanted,
  day: Day,
): Promise<number | null> {
  if (!hasRecords(await recordsHere(db, agencyIds, year))) return null;
  return (await recordedBehind(db, agencyIds, year, wanted, FIRST, day)).sum;
}

type Recorded = Omit<BehindPage, 'agencies' | 'twice'>;

async function recordedBehind(
  db: Db,
  agencyIds: ReportScope['agencyIds'],
  year: number,
  wanted: RecordsWanted,
  page: Page,
  day: Day,
): Promise<Recorded> {
  if (agencyIds.length === 0) return { records: [], total: 0, sum: 0 };
  if (wanted.room === 'requests') {
    // One record, one piece: the only list so long that the database turns its pages.
    const cell = { year, row: wanted.row, column: wanted.column };
    const { lines, total } = await listBehindCell(db, agencyIds, cell, page, day.today, day.calendar);
    return { records: lines.map(ofRequest), total, sum: total };
  }
  const all = await allBehind(db, agencyIds, year, wanted);
  const start = (page.number - 1) * page.size;
  const sum = all.reduce((whole, { share }) => whole + share, 0);
  return {
    records: all.slice(start, start + page.size),
    total: all.length,
    // Money is summed in 分, where no fraction is lost.
    sum: wanted.room === 'enforcement' && wanted.kind === 'fee' ? wanYuan(sum) : sum,
  };
}

async function allBehind(
  db: Db,
  agencyIds: ReportScope['agencyIds'],
  year: number,
  wanted: Exclude<RecordsWanted, { room: 'requests' }>,
): Promise<BehindRecord[]> {
  const names = new Map((await listAgencies(db)).map(({ id, name }) => [id, name]));
  const agencyName = (id: string) => names.get(id) ?? '';
  switch (wanted.room) {
    case 'remedies': {
      const { table4Basis } = await settingsOf(db);
      const kinds = wanted.kinds.map((kind) =>
        listBehindTable4Cell(db, agencyIds, year, kind, wanted.column, table4Basis),
      );
      return (await Promise.all(kinds)).flat().map((remedy) => ({
        ...ONE_PIECE,
        title: `${remedy.caseNumber} ${remedy.body}`,
        note: remedy.conclusion ? CONCLUSIONS[remedy.conclusion].term : '尚未审结',
        on: remedy.closedOn ?? remedy.filedOn,
        requestId: remedy.requestId,
      }));
    }
    case 'publications': {
      const rows = await listBehindFigure(db, agencyIds, year, wanted.figure);
      const isDocument = wanted.figure !== 'specialColumns';
      return rows.map(({ id, agencyId, title, docNo, on }) => ({
        ...ONE_PIECE,
        title,
        note: [docNo, agencyName(agencyId)].filter(Boolean).join(' · '),
        on,
        amount: isDocument ? '1 条' : '1 个',
        documentId: isDocument ? id : null,
      }));
    }
    case 'enforcement': {
      const { unit } = REGISTER_KINDS[wanted.kind];
      const counts = await countsBehind(db, agencyIds, year, wanted.kind);
      return counts.map(({ agencyId, month, amount, charge }) => ({
        ...ONE_PIECE,
        title: `${agencyName(agencyId)} ${month.slice(0, 7)}`,
        note: charge,
        on: month,
        share: amount,
        amount: unit === '元' ? `${yuanOf(amount)} 元` : `${amount} 件`,
      }));
    }
    case 'interaction': {
      const held = await heldBehind(db, agencyIds, year, wanted.kind);
      const { measure } = INTERACTION_KINDS[wanted.kind];
      return held.map(({ agencyId, title, heldOn, accountId }) => ({
        ...ONE_PIECE,
        title,
        note: agencyName(agencyId),
        on: heldOn,
        amount: `1 ${measure}`,
        accountId,
      }));
    }
    case 'supervision': {
      const kept = await supervisionBehind(db, agencyIds, year, wanted.of);
      const { measure } = SUPERVISION_FIGURES[wanted.of];
      return kept.map(({ agencyId, title, note, on, share, path }) => ({
        ...ONE_PIECE,
        title,
        note: [note, agencyName(agencyId)].filter(Boolean).join(' · '),
        ...{ on, share, path },
        amount: `${share} ${measure}`,
      }));
    }
    case 'processing-fee': {
      const entries = await feesBehind(db, agencyIds, year, wanted.of);
      return entries.map(({ requestId, number, on, type, yuan }) => ({
        ...ONE_PIECE,
        title: number,
        note: FACT_TERMS[type],
        on,
        share: wanted.of === 'notices' ? 1 : yuan,
        amount: wanted.of === 'notices' ? '1 件' : `${yuan} 元`,
        requestId,
      }));
    }
  }
}

const ONE_PIECE = {
  note: '',
  share: 1,
  amount: '1 件',
  requestId: null,
  documentId: null,
  accountId: null,
  path: null,
} as const;

function ofRequest(line: Awaited<ReturnType<typeof listBehindCell>>['lines'][number]): BehindRecord {
  return {
    ...ONE_PIECE,
    title: `${line.number} ${line.wanted}`,
    note: line.outcome ? OUTCOMES[line.outcome].term : STATES[line.state].term,
    on: line.closedOn ?? line.receivedOn ?? line.arrivedOn,
    requestId: line.id,
  };
}

/** 分 as 元 with two digits. */
export function yuanOf(fen: number): string {
  return (fen / 100).toFixed(2);
}
