/**
 * 拟出答复 [REQ-21, REQ-22, REQ-23]. 《条例》第三十六条: chooses the outcome. What the outcome asks for must be there, because a reply without
 * its premise does not stand before a court; the refusal names everything that is missing at once.
 */
import { art } from '../../statute/articles.ts';
import { type CivilDate, parseCivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { GROUNDS, type Grounds, RECORDS, type RecordAsked } from '../asks.ts';
import type { RequestFact } from '../facts.ts';
import { isOpen, type Outcome, outcomeOf } from '../outcomes.ts';
import { awaitedConsultations } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface DraftReply extends FileAct {
  readonly verb: 'draftReply';
  /** Key of `OUTCOMES`. */
  readonly outcome: string;
  readonly grounds: Grounds;
  /** 答复书正文. */
  readonly text: string;
}

export const draftReply: Verb<DraftReply> = {
  term: '拟写答复',
  basis: art(36),
  causes: '先后送合法性审核、保密审查，再由签发人签发；送出以前期限仍在计算，也可以退回修改。',
  trace: 'drafted',
  roles: ['handler', 'officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting', 'drafted', 'reviewed', 'signed'],
  may(file, on, calendar) {
    const awaited = awaitedConsultations(file, on, calendar);
    if (awaited.length === 0) return undefined;
    const names = awaited.map((f) => `“${f.name}”`).join('、');
    return refuse(
      'REQ-21',
      art(32),
      `还在等${names}的意见。请先登记意见；第三方、共同制作机关收到征求意见书满15个工作日未答的，可以直接作出决定（请先登记其收到的日期）；其他机关未答的，可以撤回征求。`,
    );
  },
  act({ facts }, { on, outcome, grounds, text }, { released }) {
    if (!isOpen(outcome, 'reply', on))
      return refuse('REQ-22', art(36), '请选择处理结果；所选的结果不存在、已经停用，或者不是以答复书办结的。');
    const missing = missingFor(outcomeOf(outcome), grounds, facts, on);
    if (missing) return missing;
    if (isMissing(text)) return refuse('REQ-23', art(36), '请写答复书正文。');
    const fact = { type: 'drafted', on, outcome, grounds, text } as const;
    const provides = outcomeOf(outcome).grounds.includes('provision') && released.length > 0;
    return { fact: provides ? { ...fact, files: released } : fact, state: 'drafted' };
  },
};

function missingFor(
  outcome: Outcome,
  grounds: Grounds,
  facts: readonly RequestFact[],
  on: CivilDate,
): Refusal | undefined {
  const record = outcome.records.map((name): RecordAsked => RECORDS[name]).find((asked) => !asked.standsIn(facts));
  if (record)
    return refuse('REQ-23', record.basis, `“${outcome.term}”的前提是卷内有${record.term}。${record.advice}。`);
  const absent = outcome.grounds.filter((name) => !isGiven(name, grounds, on));
  if (absent.length === 0) return undefined;
  const wanted = absent.map((name) => `${GROUNDS[name].term}（${GROUNDS[name].hint}）`).join('；');
  return refuse('REQ-23', outcome.basis, `以“${outcome.term}”答复，还缺：${wanted}。`);
}

/** A day must exist and not lie ahead; a text must say something. */
function isGiven(name: keyof Grounds, grounds: Grounds, on: CivilDate): boolean {
  const given = grounds[name] ?? '';
  if (GROUNDS[name].input !== 'date') return !isMissing(given);
  const date = parseCivilDate(given);
  return date !== undefined && date <= on;
}
