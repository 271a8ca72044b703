/** 在线访谈 on screen: the list and one interview with its questions and what was said. */
import { INTERVIEW_FACT_TERMS, type InterviewFact } from '../../interaction/interviews/facts.ts';
import {
  INTERVIEW_STATES,
  type InterviewFile,
  PUBLIC_STATES,
  QUESTION_STATES,
  SPEAKERS,
} from '../../interaction/interviews/interview.ts';
import { noticeNumber } from '../../interaction/interviews/notice.ts';
import {
  INTERVIEW_BASIS,
  INTERVIEW_VERB_NAMES,
  INTERVIEW_VERBS,
  permitInterview,
  permitInterviewVerb,
} from '../../interaction/interviews/permissions.ts';
import { type Line, transcriptOf } from '../../interaction/interviews/transcript.ts';
import { type InterviewLine, listInterviews, questionsOf } from '../../interaction/store/interview-lists.ts';
import { findInterviewFile, NO_SUCH_INTERVIEW } from '../../interaction/store/interview-stairs.ts';
import { permitInSome } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import { listAgencies, namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import type { InterviewLineView, InterviewPage, InterviewView, TranscriptLineView } from '../contract/interviews.ts';
import { enterWith, type Officer, termsOf } from '../reach.ts';
import { interviewSettled } from '../requests/settled.ts';
import type { InterviewQuery } from './interview-schemas.ts';

const PAGE_SIZE = 50;
export const INTERVIEW_READERS: readonly RoleName[] = ['editor', 'publisher', 'officeHead', 'auditor'];

export async function interviewPage(
  officer: Officer,
  { page = 1 }: InterviewQuery,
  { db }: House,
): Promise<InterviewPage | Refusal> {
  const reach = enterWith(INTERVIEW_READERS, officer);
  if (isRefusal(reach)) return reach;
  const nameOf = await agencyNames(db);
  const { lines, total } = await listInterviews(db, reach, { number: page, size: PAGE_SIZE });
  const agencies = (await listAgencies(db))
    .filter(({ id }) => reach.includes(id) && mayDraft(officer, id))
    .map(({ id: name, name: term }) => ({ name, term }));
  return { lines: lines.map((line) => lineView(line, nameOf)), total, pageSize: PAGE_SIZE, agencies };
}

function mayDraft(officer: Officer, agencyId: string): boolean {
  const notice = { title: '', guest: '', guestPost: '', intro: '', plannedOn: '' as never, plannedAt: '' };
  return permitInSome(officer, (as) => permitInterview(as, { verb: 'draft', agencyId, notice }, null)).allowed;
}

function lineView(one: InterviewLine, nameOf: (agencyId: string) => string): InterviewLineView {
  const { id, title, guest, agencyId, plannedOn, plannedAt, state, waiting } = one;
  return { id, title, guest, agency: nameOf(agencyId), plannedOn, plannedAt, state: INTERVIEW_STATES[state], waiting };
}

/** One out of the officer's reach is as if it were not there. */
export async function interviewFor(
  officer: Officer,
  id: string,
  { db }: Pick<House, 'db'>,
): Promise<InterviewFile | Refusal> {
  const agencies = enterWith(INTERVIEW_READERS, officer);
  if (isRefusal(agencies)) return agencies;
  const file = await findInterviewFile(db, id);
  return file && agencies.includes(file.interview.agencyId) ? file : NO_SUCH_INTERVIEW;
}

export async function interviewView(officer: Officer, id: string, house: House): Promise<InterviewView | Refusal> {
  const file = await interviewFor(officer, id, house);
  if (isRefusal(file)) return file;
  const { interview, facts } = file;
  const { title, guest, guestPost, intro, plannedOn, plannedAt, state, videoUrl, cancelledWhy } = interview;
  const { picture = '', pictureWords = '' } = interview;
  const questions = await questionsOf(house.db, id);
  const names = await namesOfOfficers(house.db, [...new Set(facts.map(({ by }) => by))]);
  const waiting = questions.filter((one) => one.state === 'waiting').length;
  const isPublic = interview.announcedOn !== null && PUBLIC_STATES.includes(state);
  return {
    line: lineView({ ...interview, waiting }, await agencyNames(house.db)),
    agencyId: interview.agencyId,
    stage: state,
    notice: { title, guest, guestPost, intro, plannedOn, plannedAt, picture, pictureWords },
    noticeSeen: noticeNumber(file),
    ...{ videoUrl, cancelledWhy, returned: returnedWhy(file) },
    verbs: INTERVIEW_VERB_NAMES.map((verb) => {
      const { term, causes, roles } = INTERVIEW_VERBS[verb];
      const permission = permitInSome(officer, (as) => permitInterviewVerb(as, verb, file));
      const why = permission.allowed ? null : permission.refusal.says;
      return { verb, term, basis: INTERVIEW_BASIS, allowed: why === null, why, causes, roles: termsOf(roles) };
    }),
    settled: interviewSettled(file, questions),
    questions: questions.map((one) => ({
      ...{ id: one.id, body: one.publicText ?? one.body, receivedAt: one.receivedAt, state: one.state },
      ...{ stateTerm: QUESTION_STATES[one.state], why: one.decidedWhy },
    })),
    lines: transcriptOf(facts).map((line) => transcriptLine(line, guest)),
    history: facts
      .filter(({ type }) => type !== 'said' && type !== 'questionAdmitted')
      .map((fact) => ({
        n: fact.n,
        on: fact.on,
        what: INTERVIEW_FACT_TERMS[fact.type],
        by: names.get(fact.by) ?? (fact.by === 'system' ? '系统' : '已离任人员'),
        says: particularsOf(fact),
      })),
    publicPath: isPublic ? `/interviews/${id}` : null,
  };
}

function returnedWhy({ interview, facts }: InterviewFile): string | null {
  const last = facts.findLast(({ type }) => type === 'checked' || type === 'revised');
  return interview.state === 'draft' && last?.type === 'checked' ? last.opinion : null;
}

function transcriptLine({ corrected, ...line }: Line, guest: string): TranscriptLineView {
  const whoTerm = line.who === 'public' ? '网友提问' : line.who === 'guest' ? `嘉宾 ${guest}` : SPEAKERS.host;
  return { ...line, whoTerm, corrected: corrected && (corrected.note === '' ? '已更正' : `已更正：${corrected.note}`) };
}

function particularsOf(fact: InterviewFact): string {
  switch (fact.type) {
    case 'checked':
      return [fact.passed ? '通过' : '退回', fact.opinion].filter((text) => text !== '').join('：');
    case 'questionDeclined':
    case 'cancelled':
      return fact.why;
    case 'corrected':
      return [`第 ${fact.turn} 段`, fact.note].filter((text) => text !== '').join('：');
    case 'videoLinked':
      return fact.url;
    default:
      return '';
  }
}
