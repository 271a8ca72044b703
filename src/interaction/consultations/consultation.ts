/**
 * 民意征集调查 PublicConsultation: what an agency asks the public, in two forms of one life. 意见征集 lays a draft open and answers every opinion; 问卷调查 asks
 * questions and adds the answers up. Both are looked at by a second person before they open and again before their result is published.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { ConsultationFact } from './facts.ts';
import type { PeriodRuleName } from './period.ts';
import type { Question } from './questions.ts';

export type ConsultationId = string;

export const CONSULTATION_FORMS = {
  opinions: { term: '意见征集', says: '公布征求意见稿和起草说明，每条意见都答复' },
  survey: { term: '问卷调查', says: '提出问题，自动统计' },
} as const;
export type ConsultationFormName = keyof typeof CONSULTATION_FORMS;

export const CONSULTATION_STATES = {
  draft: '起草中',
  submitted: '待审核',
  opened: '已发布',
  summed: '结果待审核',
  released: '结果已公布',
  stopped: '已停止',
} as const;
export type ConsultationState = keyof typeof CONSULTATION_STATES;

/** What a person writes before it opens; afterwards it stays as it was. */
export interface ConsultationText {
  readonly form: ConsultationFormName;
  readonly title: string;
  /** 起草说明; of a survey what it is for. */
  readonly explanation: string;
  /** 征求意见稿; empty in a survey. */
  readonly draft: string;
  readonly questions: readonly Question[];
  /** 其他提出意见的方式: address, telephone. */
  readonly otherWays: string;
  readonly matter: PeriodRuleName;
  readonly days: number;
  /** 缩短期限的说明, told to the public. */
  readonly whyShorter: string;
}

export interface PublicConsultation {
  readonly id: ConsultationId;
  readonly agencyId: AgencyId;
  readonly text: ConsultationText;
  readonly state: ConsultationState;
  /** The day it passed its review and opened; nobody types it. */
  readonly opensOn: CivilDate | null;
  /** The last day. */
  readonly closesOn: CivilDate | null;
  readonly releasedOn: CivilDate | null;
  /** 采纳情况和结果, in words. */
  readonly outcome: string;
}

export interface ConsultationFile {
  readonly consultation: PublicConsultation;
  readonly facts: readonly ConsultationFact[];
}

/** 现在收不收意见: by the state and the day. */
export function isOpen({ state, closesOn }: PublicConsultation, today: CivilDate): boolean {
  return state === 'opened' && closesOn !== null && today <= closesOn;
}

/** What the public and the list say of it. */
export function standing(consultation: PublicConsultation, today: CivilDate): string {
  if (consultation.state !== 'opened') return CONSULTATION_STATES[consultation.state];
  return isOpen(consultation, today) ? '正在征集' : '已结束，结果待公布';
}
