/**
 * 生成巡查单 [SUP-57, SUP-60]: every day of the rosters up to today gets its sheet, those of days on which the server was off as well, so that a gap shows. The one on
 * duty is told of today's alone; what was missed is told to the head of the office once, all of it together.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { Notice } from '../../people/notice.ts';
import type { Decision, Scene } from '../../perform.ts';
import { addDays, type CivilDate, inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { SupervisionNoticeName } from '../notices.ts';
import type { PatrolSheet } from './patrol.ts';
import { ROSTER_ROLES } from './permissions.ts';
import { plannedBetween, type Roster } from './roster.ts';

export interface PatrolRound {
  readonly verb: 'patrolRound';
  readonly agencyId: AgencyId;
}

export interface KnownPatrols {
  readonly agencyId: AgencyId;
  readonly rosters: readonly Roster[];
  /** Of the latest sheet there is. */
  readonly lastDay: CivilDate | undefined;
  /** Unsigned ones of days that are over, of which nobody was told. */
  readonly missed: readonly PatrolSheet[];
}

/** In one act; the next round makes the rest. */
const MOST = 100;

export function decideRound(known: KnownPatrols, scene: Scene): Decision<readonly PatrolSheet[]> | Refusal {
  const { agencyId, missed } = known;
  const { today } = scene;
  const made = sheetsToMake(known, scene);
  const late = [...missed, ...made.filter(({ day }) => day < today)];
  if (made.length === 0 && late.length === 0) return NOTHING_DUE;
  const told = late.map((sheet) => ({ ...sheet, missedToldOn: today }));
  const next = [...told, ...made.filter(({ day }) => day === today)];
  return {
    next,
    entry: {
      verb: 'madePatrolSheets',
      subject: agencyId,
      agencyId,
      basis: '《条例》第四十六条',
      content: { made: made.map(({ day }) => day), missed: late.map(({ day }) => day) },
    },
    notices: noticesOf(agencyId, made, late, today),
  };
}

function sheetsToMake({ agencyId, rosters, lastDay }: KnownPatrols, { today, calendar, newId }: Scene): PatrolSheet[] {
  const begin = rosters.map(({ from }) => from).sort()[0];
  if (begin === undefined) return [];
  const first = lastDay === undefined ? begin : addDays(lastDay, 1);
  let coversFrom = first;
  return plannedBetween(rosters, first, today, calendar)
    .slice(0, MOST)
    .map(({ day, officerId }) => {
      const sheet = {
        id: newId(),
        agencyId,
        day,
        coversFrom,
        officerId,
        handOvers: [],
        signed: null,
        missedToldOn: null,
      };
      coversFrom = addDays(day, 1);
      return sheet;
    });
}

function noticesOf(
  agencyId: AgencyId,
  made: readonly PatrolSheet[],
  late: readonly PatrolSheet[],
  today: CivilDate,
): Notice[] {
  const notice = (
    kind: SupervisionNoticeName,
    subject: string,
    to: Notice['to'],
    particulars: Notice['particulars'],
  ) => ({
    ...{ kind, subject, agencyId, to, particulars },
  });
  const duty = made
    .filter(({ day }) => day === today)
    .map(({ id, day, officerId }) => notice('patrolDue', id, { kind: 'officer', officerId }, { day: inProse(day) }));
  const [first, ...others] = late;
  if (!first) return duty;
  const heads = { kind: 'roles', roles: ROSTER_ROLES, agencyId, except: [] } as const;
  const particulars = { day: inProse(first.day), count: others.length + 1 };
  return [...duty, notice('patrolMissed', first.day.slice(0, 7), heads, particulars)];
}

const NOTHING_DUE = refuse('NOTHING_DUE', '《条例》第四十六条', '没有到期的巡查单。');
