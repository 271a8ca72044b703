/** 研判记录 [TRI-5, TRI-6]: the answers an officer gave, read again along the tree, so that what is kept is what was asked. */
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { isMissing } from '../decide/particulars.ts';
import { type OutcomeName, outcomeOf } from '../outcomes.ts';
import { FIRST_QUESTION, type Lead, type QuestionName, TRIAGE } from './tree.ts';

export interface TriageAnswer {
  readonly question: string;
  readonly yes: boolean;
}

/** What was judged for a draft, or for one part of it. */
export interface Judgement {
  readonly answers: readonly TriageAnswer[];
  /** Why the draft has another outcome. */
  readonly why?: string;
}

/** `judged`: where the answers led when they were given, since questions change. */
export interface KeptJudgement extends Judgement {
  readonly judged: OutcomeName;
}

/**
 * The outcome a full row of answers leads to; undefined when they are no way through the tree, or one that ends in a step that must come first.
 */
export function outcomeJudged(answers: readonly TriageAnswer[]): OutcomeName | undefined {
  let asked: QuestionName | undefined = FIRST_QUESTION;
  let exempts: OutcomeName | undefined;
  for (const [i, { question, yes }] of answers.entries()) {
    if (question !== asked) return undefined;
    const lead: Lead = yes ? TRIAGE[asked].yes : TRIAGE[asked].no;
    if ('exempts' in lead) exempts = lead.exempts;
    if ('outcome' in lead && i === answers.length - 1) return lead.outcome === 'asExempted' ? exempts : lead.outcome;
    asked = 'to' in lead ? lead.to : undefined;
  }
  return undefined;
}

/** What is kept of a judgement beside the outcome that was drafted, or why it cannot be. */
export function judgementKept({ answers, why = '' }: Judgement, drafted: OutcomeName): KeptJudgement | Refusal {
  const judged = outcomeJudged(answers);
  if (judged === undefined)
    return refuse('TRI-5', art(36), '研判的回答与现行的问题对不上，可能问题已经更新。请重新研判，或者不带研判拟写。');
  if (judged === drafted) return { answers, judged };
  if (isMissing(why))
    return refuse(
      'TRI-6',
      art(36),
      `研判的结果是“${outcomeOf(judged).term}”，拟写的是“${outcomeOf(drafted).term}”。请写明不按研判结果的理由，审核的人要看；或者重新研判。`,
    );
  return { answers, judged, why: why.trim() };
}

/** 研判 in words, for the history and the archive: every question with its answer, what it led to, and why that was not followed. */
export function judgementSays({ answers, judged, why }: KeptJudgement): string {
  const asked = answers.map(({ question, yes }) => {
    const { asks = `${question}？` } = TRIAGE[question as QuestionName] ?? {};
    return `${asks}${yes ? '是' : '否'}`;
  });
  return `${asked.join('；')}。结果：${outcomeOf(judged).term}${why ? `。没有照办的理由：${why}` : ''}`;
}
