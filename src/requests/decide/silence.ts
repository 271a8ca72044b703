/**
 * 期满未提出意见 [REQ-83, REQ-84]. A third party that is silent for fifteen workdays from its receipt leaves the decision to the agency, and is never said to
 * have agreed (第三十二条); a co-producer that is silent is deemed to agree (第三十四条). The product notes that the period is over, a person confirms what
 * follows. The silence of another agency says nothing. The clock reckons the period by itself (CLK-4) and is not touched.
 */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { type FactOf, receiptOf } from '../facts.ts';
import { silentConsultations, unsettledConsultations } from '../standing.ts';
import type { FileAct, Verb } from './verb.ts';

interface OnConsultation extends FileAct {
  /** Number of the fact that sent it. */
  readonly consultation: number;
}
export interface NoteSilence extends OnConsultation {
  readonly verb: 'noteSilence';
}
export interface ConfirmSilence extends OnConsultation {
  readonly verb: 'confirmSilence';
}

const BASIS = `${art(32)}、${art(34)}`;

/** What follows from silence, as the Regulation says it. */
export const SILENCE = {
  'third-party': '逾期未提出意见，由本机关依照《条例》的规定决定是否公开（不视为同意）',
  'co-producer': '逾期未提出意见，视为同意公开',
} as const;

export const noteSilence: Verb<NoteSilence> = {
  term: '发现意见期已满',
  basis: BASIS,
  causes: '15个工作日的意见期已满，等承办人确认后果。',
  trace: 'notedSilence',
  roles: [],
  bySystem: true,
  from: ['consulting', 'correctionPending', 'feePending', 'drafted', 'reviewed'],
  act(file, { on, consultation }, { calendar }) {
    const silent = silentConsultations(file, on, calendar).find(({ n }) => n === consultation);
    const noted = file.facts.some((fact) => fact.type === 'silenceNoted' && fact.consultation === consultation);
    if (!silent || noted) return refuse('REQ-83', BASIS, '这次征求的意见期没有满，或者已经记下。');
    return { fact: { type: 'silenceNoted', on, consultation } };
  },
};

export const confirmSilence: Verb<ConfirmSilence> = {
  term: '确认逾期未提出意见',
  basis: BASIS,
  causes: '第三方逾期的，由本机关依法决定，不视为同意；共同制作机关逾期的，视为同意公开。确认后留在卷内。',
  trace: 'confirmedSilence',
  roles: ['handler', 'officeHead'],
  from: ['consulting', 'correctionPending', 'feePending', 'drafted', 'reviewed'],
  may: (file, on, calendar) =>
    silentConsultations(file, on, calendar).length > 0
      ? undefined
      : refuse(
          'REQ-84',
          BASIS,
          '没有意见期已满的征求：第三方、共同制作机关自收到征求意见书之日起满15个工作日，才可以确认（先登记其收到的日期）；其他机关没有答复的，不产生后果，请催办或者撤回。',
        ),
  act(file, { on, consultation }, { calendar }) {
    const silent = silentConsultations(file, on, calendar).find(({ n }) => n === consultation);
    if (!silent || silent.whom === 'agency')
      return refuse('REQ-84', BASIS, '这次征求的意见期没有满，或者已经答复、撤回、确认，请刷新后重新选择。');
    const { whom, endedOn } = silent;
    // No period ends without a receipt.
    const receivedOn = receiptOf(file.facts, consultation)!;
    const fact = { type: 'silenceConfirmed', on, consultation, whom, endedOn, receivedOn } as const;
    const stillOut = unsettledConsultations(file.facts).some(({ n }) => n !== consultation);
    return file.request.state === 'consulting' && !stillOut ? { fact, state: 'inProcess' } : { fact };
  },
};

/** What was confirmed, in a sentence for the file. */
export function silenceSays({
  whom,
  endedOn,
  receivedOn,
}: Pick<FactOf<'silenceConfirmed'>, 'whom' | 'endedOn' | 'receivedOn'>): string {
  return `${inProse(receivedOn)}收到征求意见书，意见期${inProse(endedOn)}届满。${SILENCE[whom]}。`;
}
