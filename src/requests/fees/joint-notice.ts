/**
 * 合并收费告知 [FEE-16, FEE-17, FEE-18]. 国办函〔2020〕109号第三条、第四条 take each application for itself; that one paper may tell of several of the same
 * applicant in the same month is 推论. So every file keeps its own notice, sum and clock, and the paper is the same in each: one number, one
 * list. Only by count and as the product counted: what is split, paid by its pages or placed otherwise has reasons of its own to tell. The paper goes
 * to one person: what bears another name is told of alone, though its proof of identity has the same number.
 */
import { type CivilDate, partsOf } from '../../statute/civil-date.ts';
import { type FeeStep, feeFor, unitPrice } from '../../statute/fee-tariff.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { type FactOf, lastOf, type RequestFact } from '../facts.ts';
import type { InfoRequest, RequestFile, RequestId } from '../info-request.ts';
import { feeNotice } from '../standing.ts';
import { feePayment } from './payments.ts';
import { listable, type MonthlyApplication, type PlaceInMonth } from './place-in-month.ts';

/** One application on the list of a joint notice. */
export interface JointFee {
  readonly number: string;
  readonly receivedOn: CivilDate;
  /** 本自然月第几件. */
  readonly place: number;
  /** 单价, which is what this one owes. */
  readonly yuan: number;
}

export interface JointNotice {
  /** By their place; the file's own is among them. */
  readonly files: readonly JointFee[];
  /** Counted in the month before the last of them and not on this notice: free, or told of by another. */
  readonly others: readonly string[];
  /** Those of another name among them, which no paper lists. */
  readonly unnamed?: number;
}

const BASIS = '国办函〔2020〕109号第四条';

export const OTHER_NAME = '证件号码相同，姓名（名称）不同，请核对是不是同一人。不能列入同一份通知书，请另行办理。';

/** How many may stand on one notice. */
export const MOST_JOINT = 200;

/** Every application of the month that counts, with its place. */
export function placesInMonth(
  own: Pick<InfoRequest, 'id' | 'number' | 'receivedOn'>,
  { before, after }: PlaceInMonth,
): (MonthlyApplication & { readonly place: number })[] {
  const { id, number, receivedOn } = own;
  let next = 1;
  return [...before, { id, number, receivedOn: receivedOn!, units: 1 }, ...after].map((one) => {
    const place = next;
    next += one.units;
    return { ...one, place };
  });
}

/** @param along the applications told of together with `own` */
export function jointNotice(
  own: Pick<InfoRequest, 'id' | 'number' | 'receivedOn'>,
  counted: PlaceInMonth | null,
  along: readonly RequestId[],
): JointNotice | Refusal {
  if (!counted || !own.receivedOn)
    return refuse('FEE-16', BASIS, '申请人的身份信息已经删除，系统无法计数，不能合并告知。请逐件发出通知。');
  const month = placesInMonth(own, counted);
  const chosen = month.filter(({ id }) => id === own.id || along.includes(id));
  if (chosen.length !== new Set([own.id, ...along]).size)
    return refuse('FEE-16', BASIS, '要一并告知的，有的不是同一申请人在同一个自然月的申请，请刷新页面，重新选择。');
  const stranger = chosen.find(({ otherName }) => otherName !== undefined);
  if (stranger) return refuse('FEE-16', BASIS, `${stranger.number}（${stranger.otherName}）：${OTHER_NAME}`);
  const files = chosen.map(({ number, receivedOn, place }) => ({
    ...{ number, receivedOn, place },
    yuan: unitPrice('items', place),
  }));
  const free = files.filter(({ yuan }) => yuan === 0);
  if (free.length > 0)
    return refuse(
      'FEE-16',
      BASIS,
      `按件应收0元的不发收费通知：${free.map(({ number }) => number).join('、')}。请不要把它们列入。`,
    );
  const last = chosen.at(-1)!.place;
  const { numbers, unnamed } = listable(month.filter((one) => one.place < last && !chosen.includes(one)));
  return { files, others: numbers, ...(unnamed > 0 && { unnamed }) };
}

export function jointYuan({ files }: Pick<JointNotice, 'files'>): number {
  return files.reduce((sum, { yuan }) => sum + yuan, 0);
}

/** The brackets of the whole notice. @throws Error when no amount follows from what was kept, which no notice lets happen */
export function jointSteps({ files }: JointNotice): FeeStep[] {
  const steps: FeeStep[] = [];
  for (const [from, to] of runsOf(files.map(({ place }) => place))) {
    const fee = feeFor('items', to, from - 1);
    if (isRefusal(fee)) throw new Error(fee.says);
    steps.push(...fee.steps.slice(0, -1));
  }
  return [...steps, { says: `合计 ${jointYuan({ files })} 元`, basis: '国办函〔2020〕109号第三条' }];
}

/** 本自然月第11—13件、第15件. */
export function jointPlaces({ files }: Pick<JointNotice, 'files'>): string {
  return runsOf(files.map(({ place }) => place))
    .map(([from, to]) => (from === to ? `第${from}件` : `第${from}—${to}件`))
    .join('、');
}

/** 2026年3月, in which all of them were received. */
export function jointMonth({ files }: Pick<JointNotice, 'files'>): string {
  const { year, month } = partsOf(files[0]!.receivedOn);
  return `${year}年${month}月`;
}

function runsOf(places: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === place) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

/** The number of the paper that told of a notice; undefined of those from before letters were kept. */
export function noticeNumber({ letters }: Pick<FactOf<'feeNoticed'>, 'letters'>): string | undefined {
  return letters?.[0]?.number ?? undefined;
}

/** Whether the last notice of a file stands on this paper. */
export function isOnNotice(facts: readonly RequestFact[], number: string | undefined): boolean {
  const notice = lastOf(facts, 'feeNoticed');
  return number !== undefined && notice?.joint !== undefined && noticeNumber(notice) === number;
}

type Noticed = Pick<RequestFile, 'request' | 'facts'>;

/** 还没有缴清的: those of the notice whose fee is still waited for. */
export function stillOwing(files: readonly Noticed[]): Noticed[] {
  return files.filter(({ request, facts }) => request.state === 'feePending' && feeNotice(facts) && !feePayment(facts));
}

/** What is owed by files of one notice, those that were given up for not being paid among them. */
export function owedBy(files: readonly Noticed[]): number {
  return files.reduce((sum, { request, facts }) => {
    const notice = feeNotice(facts);
    const open = request.state === 'feePending' || request.outcome === 'feeUnpaid';
    return notice && open && !feePayment(facts) ? sum + notice.yuan : sum;
  }, 0);
}

/** 分件缴纳, as the notice tells it. */
export const PAYING_SOME =
  '各件可以一并缴纳，也可以指明缴纳其中的几件：指明的各件视为完成缴费，没有缴纳的各件视为放弃申请。只缴纳一部分、又没有指明是哪几件的，不算完成缴费';
