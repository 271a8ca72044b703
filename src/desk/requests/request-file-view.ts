/** 案卷: everything the file screen shows, by the officer who looks. Identity is not here; it is opened on purpose. */
import { namesOfOfficers } from '../../people/store.ts';
import { APPLICANT_KINDS } from '../../requests/applicant-kinds.ts';
import { reasonFor } from '../../requests/decide/redo-reply.ts';
import { DISSENT_GROUNDS, decisionOn, dissentsToDraft, opinionOn, unsettledDissents } from '../../requests/dissent.ts';
import { FACT_TERMS, type FactOf, lastOf, type RequestFact } from '../../requests/facts.ts';
import { FORMS_WANTED } from '../../requests/forms-wanted.ts';
import type { RequestId } from '../../requests/info-request.ts';
import { letterKind } from '../../requests/letters/kinds.ts';
import { permitLooks } from '../../requests/looks.ts';
import { nameOfPaper, OPINIONS, particularsOf } from '../../requests/particulars.ts';
import { permitIdentity } from '../../requests/permissions.ts';
import { redoClock } from '../../requests/redo.ts';
import { mainOutcome } from '../../requests/reply-parts.ts';
import { permitAddFile } from '../../requests/request-files.ts';
import { isReturned } from '../../requests/returned-mail.ts';
import { situationOf } from '../../requests/situation.ts';
import { openConsultations, papersUnderWay } from '../../requests/standing.ts';
import { movesOf } from '../../requests/store/due-days.ts';
import { type FileView, loadFile } from '../../requests/store/files.ts';
import { isLateTask, isOpenTask, TASK_STATES, tasksOf } from '../../requests/tasks/task.ts';
import { endsAfterReply, usualTaskDay } from '../../requests/tasks/task-day.ts';
import type { KeptJudgement } from '../../requests/triage/judgement.ts';
import { art } from '../../statute/articles.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { CONSULTED } from '../../statute/reply-clock/consultations.ts';
import { agencyNames } from '../agency-names.ts';
import type { HistoryLine, JudgementView, RequestFileView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { handOf } from '../people/hand-of.ts';
import { enter, type Officer } from '../reach.ts';
import { requestVerbView } from '../verb-view.ts';
import { clockView, NO_CLOCK } from './clock-view.ts';
import { proactiveView } from './proactive-view.ts';
import { refusalReviewView } from './refusal-review-view.ts';
import { mayRecordRemedy, remedyView } from './remedy-view.ts';
import { requestLineView } from './request-line-view.ts';

export const NO_SUCH_FILE = refuse('NO_SUCH_FILE', art(45), '没有这件申请，请刷新列表后重新选择。');

/** A file out of the officer's reach is as if it were not there. */
export async function requestFileView(
  id: RequestId,
  officer: Officer,
  { house }: Pick<DeskDeps, 'house'>,
): Promise<RequestFileView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const file = await loadFile(house.db, id, officer, today, calendar);
  if (!file || !agencies.includes(file.line.agencyId)) return NO_SUCH_FILE;
  const { line, facts, clock, verbs } = file;
  const nameOf = await agencyNames(house.db);
  const dated = { request: line, facts };
  const all = verbs.map(requestVerbView);
  // It is done where identity is looked at, with an answer of its own.
  const shown = all.filter(({ verb }) => verb !== 'renewCode');
  const draft = lastOf(facts, 'drafted');
  const redoes = file.remedies.map((remedy) => ({ remedy, reason: reasonFor(remedy, facts, calendar) }));
  const isOrdered =
    all.some(({ verb, allowed }) => verb === 'redoReply' && allowed) &&
    redoes.some(({ reason }) => reason !== null && reason !== 'own');
  return {
    seen: facts.length,
    line: requestLineView(line, nameOf),
    queryNumber: line.queryNumber,
    applicantKind: APPLICANT_KINDS[line.applicantKind].term,
    formWanted: FORMS_WANTED[line.formWanted].term,
    today,
    situation: clock ? situationOf(dated, clock, today, calendar) : line.problem!.says,
    // What was ordered comes before the archive.
    next: shown.find(({ verb }) => verb === (isOrdered ? 'redoReply' : line.step?.verb)) ?? null,
    verbs: shown,
    clock: clock ? clockView(dated, clock, today, calendar) : NO_CLOCK,
    consultations: openConsultations(facts).map(({ n, whom, name, on }) => ({
      n,
      whom,
      term: CONSULTED[whom].term,
      name,
      on,
    })),
    dissents: dissentsView(facts),
    dissentsDecided: line.state === 'signed',
    tasks: tasksOf(facts).map((task) => ({
      n: task.n,
      name: task.name,
      what: task.what,
      state: TASK_STATES[task.state].term,
      dueOn: task.dueOn,
      late: isLateTask(task, today),
      afterReply: isOpenTask(task) && endsAfterReply(task.dueOn, line.closedOn === null ? line.dueOn : null),
      waitsFor: TASK_STATES[task.state].waitsFor,
      answer: task.answer,
      reminders: task.reminders,
    })),
    usualTaskDay: clock ? usualTaskDay(dated, today, calendar) : null,
    papers: papersUnderWay(facts).map(({ n, on }) => ({
      n,
      term: nameOfPaper(n, facts),
      on,
      returned: isReturned(n, facts),
    })),
    draft: draft ? draftView(draft) : null,
    history: await historyLines(file, house),
    bySameApplicant: file.bySameApplicant.map((other) => requestLineView(other, nameOf)),
    remedies: file.remedies.map((remedy) =>
      remedyView(remedy, { officer, nameOf, number: line.number, facts, today, calendar }),
    ),
    refusalReview: await refusalReviewView(facts, today, house),
    proactive: await proactiveView(file, officer, { house }, today, nameOf),
    redo: redoClock(facts, today, calendar)?.says ?? null,
    mayRedo: redoes
      .filter(({ reason }) => reason !== null)
      .map(({ remedy: { id: name, caseNumber }, reason }) => ({
        name,
        term: `${caseNumber}（${reason === 'own' ? '审理期间自行纠正' : '责令重新答复'}）`,
      })),
    recordRemedy: mayRecordRemedy(officer, line.agencyId),
    renewCode: all.find(({ verb }) => verb === 'renewCode')!,
    mayOpenIdentity: permitIdentity(officer, line.agencyId).allowed,
    mayAddFiles: permitAddFile({ actor: officer, taskIds: new Set() }, line, null).allowed,
    mayReadLooks: permitLooks(officer, line.agencyId).allowed,
    moves: (await movesOf(house.db, id)).map(({ moved_at, from_on, to_on, because }) => ({
      at: moved_at.toISOString(),
      from: from_on,
      to: to_on,
      because,
    })),
  };
}

function dissentsView(facts: readonly RequestFact[]): RequestFileView['dissents'] {
  const open = unsettledDissents(facts);
  return dissentsToDraft(facts).map(({ n, name }) => {
    const decided = decisionOn(n, facts);
    return {
      ...{ n, name, says: OPINIONS[opinionOn(n, facts)] },
      open: open.some((one) => one.n === n),
      decided: decided ? { ground: DISSENT_GROUNDS[decided.ground].term, what: decided.what, why: decided.why } : null,
    };
  });
}

function draftView({
  outcome,
  grounds,
  judgement,
  text,
  parts = [],
  mainWhy,
}: FactOf<'drafted'>): RequestFileView['draft'] {
  return {
    outcome,
    grounds: { ...grounds },
    judgement: judgementView(judgement),
    text,
    parts: parts.map((part) => ({
      ...part,
      grounds: { ...part.grounds },
      judgement: judgementView(part.judgement),
    })),
    mainSays: mainWhy ?? (parts.length > 0 ? mainOutcome(parts).says : ''),
  };
}

function judgementView(kept: KeptJudgement | undefined): JudgementView | null {
  return kept ? { answers: kept.answers, judged: kept.judged, why: kept.why ?? '' } : null;
}

async function historyLines({ facts, traces }: FileView, { db }: DeskDeps['house']): Promise<HistoryLine[]> {
  const names = await namesOfOfficers(db, [...new Set(facts.map(({ by }) => by))]);
  return facts.map((fact) => {
    const entry = traces.get(fact.n);
    return {
      n: fact.n,
      on: fact.on,
      what: FACT_TERMS[fact.type],
      particulars: particularsOf(fact, facts),
      by: handOf(fact, names),
      recordedAt: fact.recordedAt,
      letters: (fact.letters ?? []).map(({ kind, number }) => ({ kind, term: letterKind(kind).term, number })),
      ledger: entry ? { seq: entry.seq, hash: entry.hash } : null,
    };
  });
}
