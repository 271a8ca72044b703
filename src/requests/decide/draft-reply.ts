/**
 * 拟出答复 [REQ-21, REQ-22, REQ-23, REQ-69, REQ-70, TRI-5, TRI-6]. 《条例》第三十六条: chooses the outcome, or one for each thing that was asked. What an outcome
 * asks for must be there, because a reply without its premise does not stand before a court; the refusal names everything that is missing.
 */
import { art } from '../../statute/articles.ts';
import { type CivilDate, parseCivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { GROUNDS, type Grounds, RECORDS, type RecordAsked } from '../asks.ts';
import type { FactOf, ProvidedFile, RequestFact } from '../facts.ts';
import type { ReleasedFile } from '../file-findings.ts';
import { isOpen, OUTCOME_NAMES, type Outcome, outcomeOf } from '../outcomes.ts';
import { givesSomething, mainOutcome, partNumber, type ReplyPart } from '../reply-parts.ts';
import { awaitedConsultations } from '../standing.ts';
import { type Judgement, judgementKept } from '../triage/judgement.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface DraftReply extends FileAct {
  readonly verb: 'draftReply';
  /** Key of `OUTCOMES`; with `parts` the main outcome, empty for the one the rule gives. */
  readonly outcome: string;
  /** Of a reply without `parts`. */
  readonly grounds: Grounds;
  /** Of a reply without `parts`. */
  readonly judgement?: Judgement;
  /** 分项, two or more. */
  readonly parts?: readonly {
    readonly what: string;
    readonly outcome: string;
    readonly grounds: Grounds;
    readonly judgement?: Judgement;
  }[];
  /** Why the main outcome is not the one the rule gives. */
  readonly why?: string;
  /** 答复书正文. */
  readonly text: string;
}

export const draftReply: Verb<DraftReply> = {
  term: '拟写答复',
  basis: art(36),
  causes: '先后送合法性审核、保密审查，再由签发人签发；送出以前期限仍在计算，也可以退回修改。',
  trace: 'drafted',
  roles: ['handler', 'officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting', 'redoing', 'drafted', 'reviewed', 'signed'],
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
  act({ facts }, command, { released }) {
    const reply = command.parts ? inParts(command, command.parts, facts) : asOne(command, facts);
    if (isRefusal(reply)) return reply;
    const { on, text } = command;
    if (isMissing(text)) return refuse('REQ-23', art(36), '请写答复书正文。');
    const fact = { type: 'drafted', on, ...reply, text } as const;
    return {
      fact: givesSomething(reply) && released.length > 0 ? { ...fact, files: released.map(provided) } : fact,
      state: 'drafted',
    };
  },
};

/** [FIL-16] With what was found in it, so that whoever passes the draft on knows what it carries. */
function provided({ id, sha256, findings }: ReleasedFile): ProvidedFile {
  const kept = findings.map(({ key, says }) => ({ key, says }));
  return kept.length > 0 ? { id, sha256, findings: kept } : { id, sha256 };
}

type Reply = Pick<FactOf<'drafted'>, 'outcome' | 'grounds' | 'judgement' | 'parts' | 'mainWhy'>;

type Answer = Pick<DraftReply, 'on' | 'outcome' | 'grounds' | 'judgement'>;

function asOne(
  { on, outcome, grounds, judgement }: Answer,
  facts: readonly RequestFact[],
): Omit<ReplyPart, 'what'> | Refusal {
  if (!isOpen(outcome, 'reply', on)) return noSuchOutcome();
  const missing = missingFor(outcomeOf(outcome), grounds, facts, on);
  if (missing) return missing;
  if (!judgement) return { outcome, grounds };
  const kept = judgementKept(judgement, outcome);
  return isRefusal(kept) ? kept : { outcome, grounds, judgement: kept };
}

const MOST_PARTS = 20;

/** [REQ-69] Each part stands or falls by itself; one that falls says which it is. */
function inParts(
  { on, outcome, why = '' }: DraftReply,
  given: NonNullable<DraftReply['parts']>,
  facts: readonly RequestFact[],
): Reply | Refusal {
  if (given.length < 2 || given.length > MOST_PARTS)
    return refuse(
      'REQ-69',
      art(36),
      `分项答复写2至${MOST_PARTS}项；只有一项的不用分项，更多的请把性质相同的内容合并为一项。`,
    );
  const parts: ReplyPart[] = [];
  for (const [i, { what, ...answer }] of given.entries()) {
    const which = `第${partNumber(i)}项：`;
    if (isMissing(what)) return refuse('REQ-69', art(36), `${which}请写明答复的是申请中的哪一项内容。`);
    const part = asOne({ on, ...answer }, facts);
    if (isRefusal(part)) return refuse(part.code, part.basis, `${which}${part.says}`);
    parts.push({ what: what.trim(), ...part });
  }
  const byRule = mainOutcome(parts);
  const main = OUTCOME_NAMES.find((name) => name === (outcome || byRule.outcome));
  if (main === byRule.outcome) return { outcome: main, grounds: {}, parts };
  if (main === undefined || !parts.some((part) => part.outcome === main))
    return refuse('REQ-70', TABLE_3, `主处理结果应当是各项结果中的一个。${byRule.says}`);
  if (isMissing(why))
    return refuse('REQ-70', TABLE_3, `${byRule.says}要按“${outcomeOf(main).term}”计入的，请写明理由；理由留在卷内。`);
  return { outcome: main, grounds: {}, parts, mainWhy: why.trim() };
}

const TABLE_3 = '国办公开办函〔2021〕30号';

function noSuchOutcome(): Refusal {
  return refuse('REQ-22', art(36), '请选择处理结果；所选的结果不存在、已经停用，或者不是以答复书办结的。');
}

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
