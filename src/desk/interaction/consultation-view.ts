/** 民意征集调查 on screen: the list, one with its figures, and what came in. Who sent it is not here; it is opened on purpose. */
import { ADOPTION_NAMES, ADOPTIONS, type AdoptionCounts } from '../../interaction/consultations/adoption.ts';
import {
  CONSULTATION_FORMS,
  type ConsultationFile,
  isOpen,
  type PublicConsultation,
  standing,
} from '../../interaction/consultations/consultation.ts';
import { CONSULTATION_FACT_TERMS, type ConsultationFact } from '../../interaction/consultations/facts.ts';
import { PERIOD_RULE_NAMES, PERIOD_RULES, resultDue } from '../../interaction/consultations/period.ts';
import {
  CONSULTATION_BASIS,
  CONSULTATION_VERB_NAMES,
  CONSULTATION_VERBS,
  permitConsultationVerb,
} from '../../interaction/consultations/permissions.ts';
import { QUESTION_KIND_NAMES, QUESTION_KINDS } from '../../interaction/consultations/questions.ts';
import { ALL, resultsOf } from '../../interaction/consultations/tally.ts';
import { adoptionCounts, listConsultations, talliesOf } from '../../interaction/store/consultation-lists.ts';
import { findConsultation, NO_SUCH_CONSULTATION } from '../../interaction/store/consultation-stairs.ts';
import { holds, permitInSome } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import { listAgencies, namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { IDENTITY_REASONS } from '../../requests/identity-reasons.ts';
import { type CivilDate, civilDateAt, daysBetween } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { agencyNames } from '../agency-names.ts';
import type {
  ConsultationLine,
  ConsultationPage,
  ConsultationView,
  ConsultationWords,
} from '../contract/consultations.ts';
import { handOf } from '../people/hand-of.ts';
import { agenciesWith, enterWith, type Officer, termsOf } from '../reach.ts';
import { consultationSettled } from '../requests/settled.ts';
import type { ConsultationListQuery } from './consultation-schemas.ts';

const PAGE_SIZE = 50;
export const CONSULTATION_READERS: readonly RoleName[] = [
  ...(['editor', 'handler', 'officeHead', 'publisher', 'signatory', 'auditor'] as const),
];
const WRITERS: readonly RoleName[] = ['editor', 'handler'];

export async function consultationPage(
  officer: Officer,
  { page = 1, which = 'waiting' }: ConsultationListQuery,
  house: House,
): Promise<ConsultationPage | Refusal> {
  const agencies = enterWith(CONSULTATION_READERS, officer);
  if (isRefusal(agencies)) return agencies;
  const nameOf = await agencyNames(house.db);
  const { lines, total } = await listConsultations(house.db, agencies, which, { number: page, size: PAGE_SIZE });
  return {
    lines: lines.map((line) => consultationLine(line, line.received, house, nameOf)),
    total,
    pageSize: PAGE_SIZE,
    mayDraft: agenciesWith(WRITERS, officer).length > 0,
  };
}

export function consultationLine(
  consultation: PublicConsultation,
  received: number,
  house: House,
  nameOf: (agencyId: string) => string,
): ConsultationLine {
  const today = civilDateAt(house.now());
  const { text, closesOn, opensOn } = consultation;
  const dueOn = resultOwedBy(consultation, house);
  return {
    id: consultation.id,
    agency: nameOf(consultation.agencyId),
    form: CONSULTATION_FORMS[text.form].term,
    title: text.title,
    standing: standing(consultation, today),
    opensOn,
    closesOn,
    received,
    light: lightOf(consultation, dueOn, today),
    dueOn,
    workdaysLeft: dueOn === null ? null : workdaysBetween(today, dueOn, house.calendar()),
  };
}

/** [INT-20] While the result is owed. */
export function resultOwedBy({ state, closesOn }: PublicConsultation, house: House): CivilDate | null {
  const owed = state === 'opened' || state === 'summed';
  return owed && closesOn !== null ? resultDue(closesOn, house.calendar().settings) : null;
}

/** Red in the last three days, yellow in the last ten. */
function lightOf(consultation: PublicConsultation, dueOn: CivilDate | null, today: CivilDate): Light {
  if (consultation.state === 'released' || consultation.state === 'stopped') return 'done';
  if (dueOn === null || isOpen(consultation, today)) return 'green';
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'overdue';
  return left <= 3 ? 'red' : left <= 10 ? 'yellow' : 'green';
}

/** One out of the officer's reach is as if it were not there. */
export async function consultationFor(
  officer: Officer,
  id: string,
  { db }: Pick<House, 'db'>,
): Promise<ConsultationFile | Refusal> {
  const agencies = enterWith(CONSULTATION_READERS, officer);
  if (isRefusal(agencies)) return agencies;
  const file = await findConsultation(db, id);
  return file && agencies.includes(file.consultation.agencyId) ? file : NO_SUCH_CONSULTATION;
}

export async function consultationWords(officer: Officer, house: House): Promise<ConsultationWords | Refusal> {
  const agencies = enterWith(CONSULTATION_READERS, officer);
  return isRefusal(agencies) ? agencies : wordsFor(officer, house);
}

async function wordsFor(officer: Officer, house: House): Promise<ConsultationWords> {
  const writes = agenciesWith(WRITERS, officer);
  const { settings } = house.calendar();
  return {
    agencies: (await listAgencies(house.db))
      .filter(({ id }) => writes.includes(id))
      .map(({ id, name }) => ({ name: id, term: name })),
    forms: Object.entries(CONSULTATION_FORMS).map(([name, form]) => ({ name, ...form })),
    matters: PERIOD_RULE_NAMES.map((name) => {
      const { term, basis, least } = PERIOD_RULES[name];
      return { name, term, basis, least: least(settings) };
    }),
    questionKinds: QUESTION_KIND_NAMES.map((name) => ({ name, ...QUESTION_KINDS[name] })),
  };
}

export async function consultationView(
  officer: Officer,
  id: string,
  house: House,
): Promise<ConsultationView | Refusal> {
  const file = await consultationFor(officer, id, house);
  if (isRefusal(file)) return file;
  const { consultation, facts } = file;
  const { text, agencyId } = consultation;
  const names = await namesOfOfficers(house.db, [...new Set(facts.map(({ by }) => by))]);
  const isSurvey = text.form === 'survey';
  // Of a survey the sums say everything; its answers are not gone through.
  const [tallies, adoptions] = await Promise.all([
    talliesOf(house.db, id),
    isSurvey ? null : adoptionCounts(house.db, id),
  ]);
  const received = tallies.get(ALL) ?? 0;
  return {
    seen: facts.length,
    line: consultationLine(consultation, received, house, await agencyNames(house.db)),
    text: textView(text),
    outcome: consultation.outcome,
    counts: adoptions === null ? [] : countsOf(adoptions),
    proposedOutcome: consultation.outcome || proposedOutcome(consultation, received, adoptions),
    adoptions: ADOPTION_NAMES.map((name) => ({ name, ...ADOPTIONS[name] })),
    results: resultsOf(text.questions, tallies),
    verbs: verbsOf(officer, file, house),
    settled: consultationSettled(file, received),
    history: facts.map((fact) => ({
      n: fact.n,
      on: fact.on,
      what: CONSULTATION_FACT_TERMS[fact.type],
      by: handOf(fact, names),
      says: particularsOf(fact),
    })),
    words: await wordsFor(officer, house),
    identityReasons: Object.entries(IDENTITY_REASONS).map(([name, { term }]) => ({ name, term })),
    mayOpenIdentity: (['handler', 'officeHead'] as const).some((role) => holds(officer, role, agencyId)),
  };
}

/** Those that fit where it stands: what belongs to another time is no step. */
function verbsOf(officer: Officer, file: ConsultationFile, house: House): ConsultationView['verbs'] {
  const { consultation } = file;
  const isSurvey = consultation.text.form === 'survey';
  const early = isOpen(consultation, civilDateAt(house.now())) ? `期限到 ${consultation.closesOn} 才满。` : null;
  return CONSULTATION_VERB_NAMES.filter((verb) => CONSULTATION_VERBS[verb].from.includes(consultation.state))
    .filter((verb) => !isSurvey || verb !== 'reply')
    .map((verb) => {
      const { term, causes, roles } = CONSULTATION_VERBS[verb];
      const permission = permitInSome(officer, (as) => permitConsultationVerb(as, verb, file));
      const why = permission.allowed ? (verb === 'summarize' ? early : null) : permission.refusal.says;
      return { verb, term, basis: CONSULTATION_BASIS, allowed: why === null, why, causes, roles: termsOf(roles) };
    });
}

function textView({ questions, ...text }: PublicConsultation['text']): ConsultationView['text'] {
  return {
    ...text,
    questions: questions.map(({ options, rows, showIf, ...question }) => ({
      ...question,
      options: [...options],
      rows: [...rows],
      showIf: showIf && { question: showIf.question, options: [...showIf.options] },
    })),
  };
}

function countsOf(adoptions: AdoptionCounts): ConsultationView['counts'] {
  return [
    { name: 'open', term: '没有答复的', n: adoptions.open },
    ...ADOPTION_NAMES.map((name) => ({ name, term: ADOPTIONS[name].term, n: adoptions[name] })),
  ];
}

/** A first sentence from the figures; the person goes on from there. */
function proposedOutcome(
  { text, opensOn, closesOn }: PublicConsultation,
  received: number,
  counts: AdoptionCounts | null,
) {
  if (opensOn === null) return '';
  const asked = `${opensOn}至${closesOn}，就《${text.title}》`;
  if (counts === null) return `${asked}开展问卷调查，收到答卷${received}份，统计结果如下。`;
  if (received === 0) return `${asked}公开征求意见，期间没有收到意见。`;
  const parts = ADOPTION_NAMES.filter((name) => counts[name] > 0).map(
    (name) => `${ADOPTIONS[name].term}${counts[name]}条`,
  );
  return `${asked}公开征求意见，收到意见${received}条，其中${parts.join('、')}。`;
}

function particularsOf(fact: ConsultationFact): string {
  switch (fact.type) {
    case 'checked':
    case 'approved':
      return [fact.passed ? '通过' : '退回', fact.opinion].filter((text) => text !== '').join('：');
    case 'prolonged':
      return `${fact.days} 日：${fact.why}`;
    case 'stopped':
      return fact.why;
    case 'replied':
      return `${fact.count} 条，${ADOPTIONS[fact.adoption].term}：${fact.reply}`;
    case 'summed':
      return fact.outcome;
    default:
      return '';
  }
}
