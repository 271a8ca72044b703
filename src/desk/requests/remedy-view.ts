/** 复议、诉讼案件, in words, with its periods, its instances and what may be recorded next. */
import type { Permission } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RequestFact } from '../../requests/facts.ts';
import { CONCLUSIONS, conclusionOf, RESULTS } from '../../requests/remedies/conclusions.ts';
import { permit, permitEvidence, permitNext, REMEDY_STEPS } from '../../requests/remedies/permissions.ts';
import { PROCEDURES, REMEDY_KINDS, type RemedyFile, STAGES } from '../../requests/remedies/remedy.ts';
import type { RemedyClock } from '../../requests/remedies/remedy-clocks.ts';
import { factIn, instancesOf } from '../../requests/remedies/remedy-facts.ts';
import { remedyStanding } from '../../requests/remedies/remedy-standing.ts';
import { verbOf } from '../../requests/verbs.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import type { AgencyNames } from '../agency-names.ts';
import type { RemedyView, VerbView } from '../contract.ts';
import type { Officer } from '../reach.ts';
import { remedyVerbView } from '../verb-view.ts';

/** What a case is seen by: who looks, when, and the application it is about. */
export interface RemedySight {
  readonly officer: Officer;
  readonly nameOf: AgencyNames;
  /** 登记号 of the application; null for a case that stands alone. */
  readonly number: string | null;
  /** Its facts, at least those of new replies. */
  readonly facts: readonly RequestFact[];
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
}

export function remedyView(remedy: RemedyFile, sight: RemedySight): RemedyView {
  const { officer, nameOf, number, facts, today, calendar } = sight;
  const { kind, conclusion, result } = remedy;
  const { clocks, newReply, next } = remedyStanding(remedy, facts, today, calendar);
  const instances = instancesOf(remedy.facts);
  const procedure = factIn(instances.at(-1)!, 'noticed')?.procedure;
  return {
    id: remedy.id,
    seen: remedy.facts.length,
    agency: nameOf(remedy.agencyId),
    requestId: remedy.requestId,
    requestNumber: number,
    kind: REMEDY_KINDS[kind].term,
    of: kind === 'review' ? 'review' : 'litigation',
    caseNumber: remedy.caseNumber,
    body: remedy.body,
    stage: STAGES[remedy.stage].term,
    procedure: procedure ? PROCEDURES[procedure].term : null,
    filedOn: remedy.filedOn,
    closedOn: remedy.closedOn,
    conclusion: conclusion && CONCLUSIONS[conclusion].term,
    result: result && RESULTS[result].term,
    clocks: clocks.map((clock) => clockView(clock, today, calendar)),
    instances: instances.map((instance) => {
      const concluded = factIn(instance, 'concluded');
      return {
        stage: STAGES[instance.stage].term,
        from: instance.facts[0]!.on,
        closedOn: concluded?.on ?? null,
        conclusion: concluded ? conclusionOf(concluded.conclusion).term : null,
        result: concluded ? RESULTS[conclusionOf(concluded.conclusion).result].term : null,
      };
    }),
    newReply: newReply && {
      own: newReply.because === 'own',
      due: newReply.due,
      workdaysLeft: workdaysBetween(today, newReply.due, calendar),
      says: newReply.says,
      light: newReply.light,
      late: newReply.late,
      startedOn: newReply.startedOn,
      servedOn: newReply.servedOn,
    },
    next: next && {
      term: next.verb === 'redoReply' ? verbOf(next.verb).term : remedyVerbView(next.verb, { allowed: true }).term,
      waitsFor: next.waitsFor,
    },
    evidence: evidenceView(permitEvidence(officer, remedy)),
    verbs: REMEDY_STEPS.map((verb) =>
      remedyVerbView(verb, permitNext(officer, verb, remedy, newReply?.servedOn ?? null)),
    ),
  };
}

function evidenceView(permission: Permission): RemedyView['evidence'] {
  return { allowed: permission.allowed, why: permission.allowed ? null : permission.refusal.says };
}

function clockView(
  { term, whose, due, provisional, doneOn, late, light, says, ifLate, basis }: RemedyClock,
  today: CivilDate,
  calendar: WorkCalendar,
): RemedyView['clocks'][number] {
  const workdaysLeft = workdaysBetween(today, due, calendar);
  return { term, whose, due, workdaysLeft, provisional, doneOn, late, light, says, ifLate, basis };
}

export function mayRecordRemedy(officer: Officer, agencyId: AgencyId): VerbView {
  return remedyVerbView('recordRemedy', permit(officer, 'recordRemedy', agencyId));
}
