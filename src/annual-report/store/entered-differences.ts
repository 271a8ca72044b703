/**
 * 录入与记录的差额, counted now [ANR-52, ENF-36]: entered figures against the records of the agency and all below it, for which they stand; months
 * that were counted by hand against the register.
 */
import { wanYuan } from '../../enforcement/decision-count.ts';
import { REGISTER_KINDS } from '../../enforcement/register-kinds.ts';
import { type DifferingMonth, differingMonths, registerOf } from '../../enforcement/store/counts.ts';
import { type AgencyId, subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import type { HandEntered } from '../check/finding.ts';
import { compileFigures } from '../compile.ts';
import { type Difference, differencesOf, handEntered } from '../hand-up/differences.ts';
import type { HandUp } from '../hand-up/hand-up.ts';
import { partsOf, type ReportScope, recordsHere } from './year.ts';

/** None of figures that came from a frozen report. */
export async function differencesNow(db: Db, handed: HandUp): Promise<Difference[]> {
  if (handed.source !== 'entered') return [];
  const { agencyId, year, figures } = handed;
  const records = await recordsHere(db, subtreeOf(agencyId, await listAgencies(db)), year);
  return differencesOf(figures, compileFigures(figures.unit ?? '', year, records), year);
}

/** Of everything that was entered by hand and goes into the figures of the scope. */
export async function enteredIn(db: Db, scope: ReportScope, year: number): Promise<HandEntered[]> {
  const { entered, recorded } = await partsOf(db, scope, year);
  const names = new Map((await listAgencies(db)).map(({ id, name }) => [id, name]));
  const nameOf = (id: AgencyId) => names.get(id) ?? '';
  const handedUp = await Promise.all(
    entered.map(async (handed) => handEntered(nameOf(handed.agencyId), await differencesNow(db, handed))),
  );
  const counted = recorded.length === 0 ? [] : await differingMonths(db, recorded, year);
  return [...handedUp.flat(), ...countedByHand(counted, nameOf)];
}

/** A line for each agency and kind, its months named. */
function countedByHand(months: readonly DifferingMonth[], nameOf: (id: AgencyId) => string): HandEntered[] {
  const groups = new Map<string, DifferingMonth[]>();
  for (const month of months) {
    const key = `${month.agencyId}/${month.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), month]);
  }
  return [...groups.values()].map((group): HandEntered => {
    const [{ agencyId, kind }] = group as [DifferingMonth];
    const sum = (of: (month: DifferingMonth) => number) => {
      const whole = group.reduce((total, month) => total + of(month), 0);
      return kind === 'fee' ? wanYuan(whole) : whole;
    };
    const named = [...new Set(group.map(({ month }) => Number(month.slice(5, 7))))].join('、');
    return {
      where: REGISTER_KINDS[kind].reportCell,
      unit: `${nameOf(agencyId)} ${named} 月`,
      entered: sum(({ amount }) => amount),
      recorded: sum(({ registered }) => registered),
      beside: registerOf(kind),
    };
  });
}
