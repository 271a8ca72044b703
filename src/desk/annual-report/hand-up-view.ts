/** 报送的视图: every version with who handed it up and who settled it, the newest as tables, and what may be done now. */
import { allCells, cellName } from '../../annual-report/check/figures/cells.ts';
import { compileFigures } from '../../annual-report/compile.ts';
import { refuseYear } from '../../annual-report/decide.ts';
import { isOverdue, reportDue } from '../../annual-report/due-day.ts';
import { hasRecords, NO_RECORDS } from '../../annual-report/hand-up/add-records.ts';
import { refuseAnswering, refuseEntering, refuseUnfrozen } from '../../annual-report/hand-up/decide.ts';
import { differenceTold, notYetAnswered } from '../../annual-report/hand-up/differences.ts';
import { enteredPointers } from '../../annual-report/hand-up/figure-cells.ts';
import { HAND_UP_SOURCES, HAND_UP_STATES, type HandUp } from '../../annual-report/hand-up/hand-up.ts';
import {
  HAND_UP_VERBS,
  type HandUpVerb,
  permitHandingUp,
  permitSettling,
} from '../../annual-report/hand-up/permissions.ts';
import { table2, table3, table4 } from '../../annual-report/render/official-tables.ts';
import type { ReportFigures } from '../../annual-report/report.ts';
import { differencesNow } from '../../annual-report/store/entered-differences.ts';
import { handUpsOf } from '../../annual-report/store/hand-ups.ts';
import { latestReport } from '../../annual-report/store/reports.ts';
import { compileYear, type ReportScope, recordsHere, scopeOf } from '../../annual-report/store/year.ts';
import { type Actor, denied, permitInSome } from '../../people/actor.ts';
import { type Agency, lineAbove } from '../../people/agency.ts';
import { listAgencies, namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { DifferingVersion, HandUpVersion, HandUpView, VerbView } from '../contract.ts';
import { type Officer, termsOf } from '../reach.ts';
import { reportClock } from './report-clock.ts';
import { lineOf, NO_SUCH_REPORT, type ReportKey, standingOf, standOf } from './report-view.ts';

export async function handUpView(house: House, officer: Officer, key: ReportKey): Promise<HandUpView | Refusal> {
  const { db } = house;
  const { today, began } = await reportClock(house);
  const scope = await scopeOf(db, key.agencyId);
  if (!scope || refuseYear(key.year, today)) return NO_SUCH_REPORT;
  const [agencies, versions] = [await listAgencies(db), await handUpsOf(db, key.agencyId, key.year)];
  const toId = lineAbove(key.agencyId, agencies)[1] ?? null;
  const last = versions.at(-1) ?? null;
  const { agency } = scope;
  const standing = standingOf(versions);
  const differing = await differingVersions(db, scope, last, standing);
  const figures = last?.figures ?? compileFigures(agency.name, key.year, NO_RECORDS);
  const { dueOn } = reportDue(agency.kind, key.year, house.calendar());
  return {
    agencyId: agency.id,
    agency: agency.name,
    year: key.year,
    to: agencies.find(({ id }) => id === toId)?.name ?? null,
    dueOn,
    late: toId !== null && lineOf({ ...standOf(versions), differing: 0 }, isOverdue(dueOn, today, began)).late,
    versions: await versionsView(house, versions),
    tables: [table2(figures), table3(figures), table4(figures)].filter((table) => table !== undefined),
    entered: enteredPointers(key.year).map((pointer) => ({ pointer, name: cellName(pointer) })),
    differing,
    verbs:
      toId === null ? [] : verbsFor(officer, agency, { last, standing }, await closedBy(db, scope, key.year, standing)),
  };
}

async function versionsView({ db }: House, versions: readonly HandUp[]): Promise<HandUpVersion[]> {
  const ids = versions.flatMap(({ handedBy, settledBy }) => [handedBy, settledBy ?? []].flat());
  const names = await namesOfOfficers(db, [...new Set(ids)]);
  const signature = (by: string, at: Date) => ({ by: names.get(by) ?? '系统', at: at.toISOString() });
  return versions
    .map(({ id, version, source, state, why, handedBy, handedAt, settledBy, settledAt, ...rest }) => ({
      id,
      version,
      source: HAND_UP_SOURCES[source].term,
      state,
      stateTerm: HAND_UP_STATES[state].term,
      why,
      handed: signature(handedBy, handedAt),
      settled: settledBy && settledAt ? signature(settledBy, settledAt) : null,
      returnedWhy: rest.returnedWhy,
      settledWhy: rest.settledWhy,
      differed: rest.differed.map(differenceTold),
    }))
    .reverse();
}

/** Of the newest version, and of entered figures that count while a newer version waits or was returned. */
async function differingVersions(
  db: Db,
  scope: ReportScope,
  last: HandUp | null,
  standing: HandUp | null,
): Promise<DifferingVersion[]> {
  const asked = [last, standing?.id === last?.id ? null : standing].filter((one) => one !== null);
  const told = await Promise.all(
    asked.map(async (handed): Promise<DifferingVersion> => {
      const { id: handUpId, version, source, state, differed, figures, year } = handed;
      const now = await differencesNow(db, handed);
      const cells =
        source === 'entered'
          ? now.map(differenceTold)
          : movedCells(figures, (await compileYear(db, scope, year)).figures);
      const unanswered = notYetAnswered(now, differed).length;
      return { handUpId, version, source, state, cells, unanswered };
    }),
  );
  return told.filter(({ cells, state }) => cells.length > 0 && state !== 'replaced');
}

/** Records went on after the report was frozen: the cells that would read otherwise now. */
function movedCells(handed: ReportFigures, now: ReportFigures): string[] {
  const current = new Map(allCells(now).map(({ where, figure }) => [where, figure]));
  return allCells(handed).flatMap(({ where, figure }) => {
    const counted = current.get(where) ?? 0;
    return figure === counted ? [] : [`${cellName(where)}：报送 ${figure ?? '空'}，现在的记录 ${counted}`];
  });
}

interface Closed {
  /** Of both answers to records that came after entered figures were accepted. */
  readonly answer: Refusal | undefined;
  readonly handUp: Refusal | undefined;
  readonly enterFigures: Refusal | undefined;
}

/** What closes a way whoever asks. */
async function closedBy(
  db: Db,
  { agency, agencyIds }: ReportScope,
  year: number,
  standing: HandUp | null,
): Promise<Closed> {
  const [report, here] = [await latestReport(db, agency.id, year), await recordsHere(db, agencyIds, year)];
  return {
    answer: refuseAnswering(standing, standing ? await differencesNow(db, standing) : []),
    handUp: refuseUnfrozen(agency, year, report),
    enterFigures: refuseEntering(agency, year, hasRecords(here)),
  };
}

interface Spoken {
  readonly last: HandUp | null;
  /** The version that counts. */
  readonly standing: HandUp | null;
}

function verbsFor(officer: Officer, agency: Agency, { last, standing }: Spoken, closed: Closed): VerbView[] {
  const waiting = last?.state === 'waiting' ? last : null;
  const hands = (why: Refusal | undefined) => (actor: Actor) => {
    const permission = permitHandingUp(actor, agency.id);
    const shut = waiting ? WAITS : why;
    return permission.allowed && shut ? denied(shut) : permission;
  };
  const settles = (actor: Actor) => (waiting ? permitSettling(actor, waiting) : denied(NOTHING));
  const answers = (actor: Actor) => (closed.answer ? denied(closed.answer) : permitSettling(actor, standing!));
  const asked = {
    handUp: hands(closed.handUp),
    enterFigures: hands(closed.enterFigures),
    accept: settles,
    return: settles,
    keepEntered: answers,
    countRecords: answers,
  };
  return (Object.keys(asked) as HandUpVerb[]).map((verb) => {
    const { term, basis, causes, roles } = HAND_UP_VERBS[verb];
    const permission = permitInSome(officer, asked[verb]);
    const why = permission.allowed ? null : permission.refusal.says;
    return { verb, term, basis, allowed: permission.allowed, why, causes, roles: termsOf(roles) };
  });
}

const WAITS = refuse('ANR-47', '《条例》第四十九条', '上一次报送还在等上一级接收。要改的，请上一级先退回。');
const NOTHING = refuse('ANR-47', '《条例》第五十条', '没有等待接收的报送。');
