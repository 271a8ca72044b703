/** 收费通知的标准和算式 [FEE-9]: what a notice says of itself on the letter, on the track page and in the history. */
import { type FeeReckoning, feeFor } from '../../statute/fee-tariff.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { FactOf } from '../facts.ts';
import { feeByItems } from './both-tariffs.ts';
import { type JointNotice, jointYuan } from './joint-notice.ts';

type Notice = Pick<FactOf<'feeNoticed'>, 'tariff' | 'quantity' | 'split' | 'before' | 'unnamed'>;

/** 收费标准 in words. */
export function tariffOf({ tariff, quantity, split = [] }: Notice): string {
  if (tariff === 'pages') return `按量计收，${quantity}页`;
  const last = quantity + split.length - 1;
  return split.length > 1
    ? `按件计收，拆分为${split.length}件，本自然月第${quantity}—${last}件`
    : `按件计收，本自然月第${quantity}件`;
}

/** What the count rests on: 此前的申请 by number, 拆分清单 numbered. Nothing where it is paid by its pages. */
export function countOf({
  before = [],
  unnamed,
  split = [],
}: Notice): { readonly term: string; readonly text: string }[] {
  const parts = split.map((what, i) => `${i + 1}.${what}`);
  return [
    { term: '本自然月此前的申请', text: listed(before, unnamed) },
    { term: '拆分清单', text: parts.join('；') },
  ].filter(({ text }) => text !== '');
}

/** `unnamed`: counted, and not listed, because they bear another name under the same number. */
function listed(numbers: readonly string[], unnamed = 0): string {
  return [...numbers, ...(unnamed > 0 ? [`另有${unnamed}件`] : [])].join('、');
}

/** The same of a joint notice, for all its applications at once. */
export function jointCountOf({ others, unnamed }: JointNotice): { readonly term: string; readonly text: string }[] {
  const text = listed(others, unnamed);
  return text === '' ? [] : [{ term: '本自然月不在本通知书内的申请', text }];
}

/** 合并告知 in words: which applications, each with its place and price, and the sum. */
export function jointOf(joint: JointNotice): string {
  const each = joint.files.map(({ number, place, yuan }) => `${number}（第${place}件，${yuan}元）`);
  return `${joint.files.length}件，合计${jointYuan(joint)}元：${each.join('、')}`;
}

/** The brackets the amount is summed from. @throws Error when no amount follows from what was kept, which no notice lets happen */
export function stepsOf({ tariff, quantity, split = [] }: Notice): FeeReckoning['steps'] {
  const fee = tariff === 'items' ? feeByItems(quantity, Math.max(1, split.length)) : feeFor('pages', quantity);
  if (isRefusal(fee)) throw new Error(fee.says);
  return fee.steps;
}
