/**
 * 第三方不同意公开 [REQ-127, REQ-128]. 《条例》第三十二条: where keeping it back may gravely harm the public interest the agency may disclose against his
 * will, and tells him in writing what it discloses and why. What is decided of his objection is part of the reply: it stands before the reply is signed, and
 * he is told once it is. He is told before the applicant is given it, or his remedy comes too late.
 */
import { art } from '../statute/articles.ts';
import { addDays, type CivilDate, earliest, inProse } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { addWorkdays } from '../statute/workdays.ts';
import { dueOf } from './deadlines.ts';
import { type FactOf, factsOf, lastOf, type Opinion, type RequestFact, receiptOf } from './facts.ts';
import type { RequestFile } from './info-request.ts';
import { givesSomething } from './reply-parts.ts';

/** 怎样处理他的意见. `letter`: he is told in writing, with his remedies. */
export const DISSENT_GROUNDS = {
  publicInterest: { term: '理由合理，但不公开可能对公共利益造成重大影响，决定公开', letter: true },
  noHarm: { term: '理由不合理，公开不会损害其合法权益，决定公开', letter: true },
  withheld: { term: '其不同意公开的内容没有公开', letter: false },
} as const satisfies Record<string, { readonly term: string; readonly letter: boolean }>;

export type DissentGround = keyof typeof DISSENT_GROUNDS;

/** Third parties whose last word was not consent, each by the consultation it was said in. */
export function dissents(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  const answers = factsOf(facts, 'answered');
  const said = factsOf(facts, 'consulted').flatMap((asked) => {
    const answer = answers.findLast(({ consultation }) => consultation === asked.n);
    return asked.whom === 'third-party' && answer ? [{ asked, answer }] : [];
  });
  return said
    .filter(({ asked, answer }) => !said.some((one) => one.asked.name === asked.name && one.answer.n > answer.n))
    .filter(({ answer }) => answer.opinion !== 'agrees')
    .map(({ asked }) => asked);
}

/** The last word on a consultation that was answered. */
export function opinionOn(n: number, facts: readonly RequestFact[]): Opinion {
  return factsOf(facts, 'answered').findLast(({ consultation }) => consultation === n)!.opinion;
}

/** Third parties who object to what the reply as it is drafted now gives; none where it gives nothing. */
export function dissentsToDraft(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  const draft = lastOf(facts, 'drafted');
  return draft && givesSomething(draft) ? dissents(facts) : [];
}

/** 随答复作出的决定 on a third party: the last before the reply as it is drafted now was signed. */
export function decisionOn(consultation: number, facts: readonly RequestFact[]): FactOf<'dissentSettled'> | undefined {
  const signed = signatureOf(facts)?.n ?? Number.POSITIVE_INFINITY;
  return settledOf(consultation, facts).findLast(({ n }) => n < signed);
}

/** 还没有决定怎样处理的: before it the reply is not signed. */
export function undecidedDissents(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  return dissentsToDraft(facts).filter(({ n }) => settledOf(n, facts).length === 0);
}

/** 还没有处理完的: before the signature those who are not decided on; after it those who are still to be told, too. */
export function unsettledDissents(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  if (!signatureOf(facts)) return undecidedDissents(facts);
  return dissentsToDraft(facts).filter(({ n }) => {
    const last = settledOf(n, facts).at(-1);
    return !last || (DISSENT_GROUNDS[last.ground].letter && !tellsThirdParty(last, facts));
  });
}

/** 告知书: a decision to disclose is told once the reply is signed. */
export function tellsThirdParty(
  { n, ground }: Pick<FactOf<'dissentSettled'>, 'n' | 'ground'>,
  facts: readonly RequestFact[],
): boolean {
  const before = facts.filter((fact) => fact.n < n);
  return DISSENT_GROUNDS[ground].letter && signatureOf(before) !== undefined;
}

/** 告知书 in force: the last to each, of the reply as it is drafted now. */
export function dissentNotices(facts: readonly RequestFact[]): FactOf<'dissentSettled'>[] {
  const draft = lastOf(facts, 'drafted')?.n ?? 0;
  return factsOf(facts, 'dissentSettled').filter(
    (one) => one.n > draft && tellsThirdParty(one, facts) && settledOf(one.consultation, facts).at(-1) === one,
  );
}

/** Of the reply as it is drafted now. */
function settledOf(consultation: number, facts: readonly RequestFact[]): FactOf<'dissentSettled'>[] {
  const draft = lastOf(facts, 'drafted')?.n ?? 0;
  return factsOf(facts, 'dissentSettled').filter((one) => one.n > draft && one.consultation === consultation);
}

function signatureOf(facts: readonly RequestFact[]): FactOf<'signed'> | undefined {
  const signed = lastOf(facts, 'signed');
  return signed && signed.n > (lastOf(facts, 'drafted')?.n ?? 0) ? signed : undefined;
}

/** 签发以前: what is disclosed against somebody's will is decided on with the reply, not after it. */
export function refuseUndecided(facts: readonly RequestFact[]): Refusal | undefined {
  const open = undecidedDissents(facts);
  if (open.length === 0) return undefined;
  return refuse(
    'REQ-127',
    art(32),
    `${named(open)}不同意公开，而答复要提供信息，还没有决定怎样处理，不能签发。请承办人先“处理第三方的不同意见”，写明理由；不提供其不同意公开的内容的，退回修改。`,
  );
}

function named(asked: readonly FactOf<'consulted'>[]): string {
  return asked.map(({ name }) => `“${name}”`).join('、');
}

export interface DissentWait {
  readonly name: string;
  readonly paper: number;
  /** 最早可以提供之日; null while his receipt is not known. */
  readonly from: CivilDate | null;
}

/**
 * 等第三方 [REQ-128]: those who were told and whose wait is not over on a day. The wait is our own rule (推论), the period of the reply is the
 * Regulation's: on its last day the reply goes out whoever is still waited for.
 */
export function dissentWaits(
  file: Pick<RequestFile, 'request' | 'facts'>,
  on: CivilDate,
  calendar: WorkCalendar,
): DissentWait[] {
  const due = dueOf(file, on, calendar);
  if (due !== null && on >= due) return [];
  return dissentNotices(file.facts).flatMap((notice) => {
    const received = receiptOf(file.facts, notice.n);
    const full = received === undefined ? null : waitedOut(received, calendar);
    const from = full !== null && due !== null ? earliest(full, due) : full;
    return from !== null && on >= from
      ? []
      : [{ name: otherAddressee(notice, file.facts) ?? '', paper: notice.n, from }];
  });
}

/** The first day after the days he has. */
function waitedOut(received: CivilDate, calendar: WorkCalendar): CivilDate {
  const { thirdPartyWaitWorkdays: days } = calendar.settings;
  return days === 0 ? received : addDays(addWorkdays(received, days, calendar), 1);
}

/** An objection that no decision stands against although the reply is signed: it came after the signature, or under the earlier practice. */
export const LATE_DISSENT =
  '签发答复的时候，第三方的不同意见还没有决定怎样处理，签发以后不能由承办人补定。请退回修改或者重新拟写答复，在签发以前处理。';

/** 送出以前: everybody who disagreed is dealt with, and whoever was told has had his days. */
export function refuseDissent(
  file: Pick<RequestFile, 'request' | 'facts'>,
  on: CivilDate,
  calendar: WorkCalendar,
): Refusal | undefined {
  const open = unsettledDissents(file.facts);
  if (open.length > 0)
    return refuse(
      'REQ-127',
      art(32),
      open.some(({ n }) => !decisionOn(n, file.facts))
        ? LATE_DISSENT
        : `${named(open)}不同意公开，而答复要提供信息。请先告知其公开的内容和理由（处理第三方的不同意见），再送出答复。`,
    );
  const [wait] = dissentWaits(file, on, calendar);
  if (!wait) return undefined;
  const { name, from } = wait;
  return refuse(
    'REQ-128',
    art(32),
    from === null
      ? `已经告知“${name}”，还不知道他什么时候收到。请登记收到的日期；等不到的，最迟在应答复日送出。`
      : `“${name}”收到告知书以后，留${calendar.settings.thirdPartyWaitWorkdays}个工作日寻求救济，${inProse(from)}起可以送出。`,
  );
}

/** 申请人以外的收件人 of a paper: who was asked for his opinion or told of it; undefined for what goes to the applicant. */
export function otherAddressee(fact: RequestFact, facts: readonly RequestFact[]): string | undefined {
  if (fact.type === 'consulted' || fact.type === 'taskSent') return fact.name;
  if (fact.type !== 'dissentSettled') return undefined;
  const asked = facts.find(({ n }) => n === fact.consultation);
  return asked?.type === 'consulted' ? asked.name : '';
}
