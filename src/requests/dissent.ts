/**
 * 第三方不同意公开 [REQ-127, REQ-128]. 《条例》第三十二条: where keeping it back may gravely harm the public interest the agency may disclose against his
 * will, and tells him in writing what it discloses and why. He is told before the applicant is given it, or his remedy comes too late.
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

/** 还没有处理的: of the reply as it is drafted now, where it gives anything. */
export function unsettledDissents(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  const draft = lastOf(facts, 'drafted');
  if (!draft || !givesSomething(draft)) return [];
  const settled = new Set(
    factsOf(facts, 'dissentSettled')
      .filter(({ n }) => n > draft.n)
      .map(({ consultation }) => consultation),
  );
  return dissents(facts).filter(({ n }) => !settled.has(n));
}

/** 告知书 in force: the last to each, of the reply as it is drafted now. */
export function dissentNotices(facts: readonly RequestFact[]): FactOf<'dissentSettled'>[] {
  const draft = lastOf(facts, 'drafted')?.n ?? 0;
  const settled = factsOf(facts, 'dissentSettled');
  return settled.filter(
    ({ n, ground, consultation }) =>
      n > draft &&
      DISSENT_GROUNDS[ground].letter &&
      !settled.some((later) => later.n > n && later.consultation === consultation),
  );
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
      `${open.map(({ name }) => `“${name}”`).join('、')}不同意公开，而答复要提供信息。请先处理第三方的不同意见：决定公开的，书面告知其公开的内容和理由。`,
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
