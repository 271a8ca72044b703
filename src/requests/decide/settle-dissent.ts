/**
 * 处理第三方的不同意见 [REQ-127]. 《条例》第三十二条: the agency that discloses against a third party's will tells him in writing what it discloses and
 * why. The decision is part of the reply: the officer writes it down with the draft, the signature makes it, and then he is told of it as it was signed.
 */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import {
  DISSENT_GROUNDS,
  type DissentGround,
  decisionOn,
  dissents,
  LATE_DISSENT,
  unsettledDissents,
} from '../dissent.ts';
import { lastOf } from '../facts.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface SettleDissent extends FileAct {
  readonly verb: 'settleDissent';
  /** Number of the fact that asked him. */
  readonly consultation: number;
  /** What follows is decided before the signature; after it he is told what was signed, whatever is sent here. */
  readonly ground: DissentGround;
  /** 决定公开的内容; may be empty where nothing he objects to is disclosed. */
  readonly what: string;
  readonly why: string;
}

const BASIS = art(32);

export const settleDissent: Verb<SettleDissent> = {
  term: '处理第三方的不同意见',
  basis: BASIS,
  causes:
    '签发以前决定怎样处理，随答复一起审核、签发。签发以后照所定的制发给第三方的告知书，写明公开的内容、理由和救济途径；第三方收到后留出寻求救济的时间，再向申请人提供。答复期限照常计算。',
  trace: 'settledDissent',
  numbers: ['notice'],
  roles: ['handler', 'officeHead'],
  from: ['drafted', 'reviewed', 'signed'],
  may({ request, facts }) {
    const open = unsettledDissents(facts);
    if (request.state === 'signed' && open.length > 0 && !open.some(({ n }) => decisionOn(n, facts)))
      return refuse('REQ-127', BASIS, LATE_DISSENT);
    if (open.length > 0) return undefined;
    return refuse(
      'REQ-127',
      BASIS,
      dissents(facts).length > 0
        ? '不同意公开的第三方都已经处理，或者答复没有提供信息，不用告知。'
        : '没有第三方不同意公开。',
    );
  },
  act({ request, facts }, { on, consultation, ground, what, why }) {
    const asked = unsettledDissents(facts).find(({ n }) => n === consultation);
    if (!asked) return refuse('REQ-127', BASIS, '这一方没有不同意公开，或者已经处理，请刷新后重新选择。');
    if (request.state === 'signed') {
      const decided = decisionOn(consultation, facts);
      if (!decided) return refuse('REQ-127', BASIS, LATE_DISSENT);
      const signed = lastOf(facts, 'signed')!;
      if (on < signed.on)
        return refuse('REQ-127', BASIS, `答复是${inProse(signed.on)}签发的，告知的日期不能更早，请核对。`);
      const { ground, what, why } = decided;
      return { fact: { type: 'dissentSettled', on, consultation, ground, what, why } };
    }
    if (!Object.hasOwn(DISSENT_GROUNDS, ground))
      return refuse('REQ-127', BASIS, '请选择怎样处理：因公共利益公开、理由不合理，或者其不同意的内容没有公开。');
    const draft = lastOf(facts, 'drafted')!;
    if (on < draft.on)
      return refuse('REQ-127', BASIS, `答复是${inProse(draft.on)}拟出的，决定的日期不能更早，请核对。`);
    if (DISSENT_GROUNDS[ground].letter && isMissing(what))
      return refuse('REQ-127', BASIS, '请写明决定公开的是哪些内容，告知书要写给第三方。');
    if (isMissing(why))
      return refuse('REQ-127', BASIS, '请写明理由：第三方的理由为什么不成立，或者不公开会怎样影响公共利益。');
    return { fact: { type: 'dissentSettled', on, consultation, ground, what: what.trim(), why: why.trim() } };
  },
};
