/** 收费通知的标准和算式 [FEE-9]: what a notice says of itself on the letter, on the track page and in the history. */
import { type FeeReckoning, feeFor } from '../../statute/fee-tariff.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { FactOf } from '../facts.ts';
import { feeByItems } from './both-tariffs.ts';

type Notice = Pick<FactOf<'feeNoticed'>, 'tariff' | 'quantity' | 'split' | 'before'>;

/** 收费标准 in words. */
export function tariffOf({ tariff, quantity, split = [] }: Notice): string {
  if (tariff === 'pages') return `按量计收，${quantity}页`;
  const last = quantity + split.length - 1;
  return split.length > 1
    ? `按件计收，拆分为${split.length}件，本自然月第${quantity}—${last}件`
    : `按件计收，本自然月第${quantity}件`;
}

/** What the count rests on: 此前的申请 by number, 拆分清单 numbered. Nothing where it is paid by its pages. */
export function countOf({ before = [], split = [] }: Notice): { readonly term: string; readonly text: string }[] {
  const parts = split.map((what, i) => `${i + 1}.${what}`);
  return [
    { term: '本自然月此前的申请', text: before.join('、') },
    { term: '拆分清单', text: parts.join('；') },
  ].filter(({ text }) => text !== '');
}

/** The brackets the amount is summed from. @throws Error when no amount follows from what was kept, which no notice lets happen */
export function stepsOf({ tariff, quantity, split = [] }: Notice): FeeReckoning['steps'] {
  const fee = tariff === 'items' ? feeByItems(quantity, Math.max(1, split.length)) : feeFor('pages', quantity);
  if (isRefusal(fee)) throw new Error(fee.says);
  return fee.steps;
}
