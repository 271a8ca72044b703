/** 收费、缴费、退费的字段. Of a notice both tariffs are reckoned from them (`fee-preview.tsx`), and one is chosen. */
import type { ActField } from './act-field.ts';
import { why } from './why-field.ts';

const byItems = ({ tariff }: Readonly<Record<string, string>>) => tariff === 'items';

export const FEE_NOTICE = [
  {
    name: 'pages',
    term: '这件申请提供的页数',
    kind: 'count',
    unit: '页，A4 及以下纸张单面为一页',
    optional: true,
    hint: '不提供信息，或者只告知已经公开的途径的，不填；这时只能按件',
  },
  {
    name: 'tariff',
    term: '采用哪一种标准',
    kind: 'choice',
    initial: 'items',
    choices: () => [
      { value: 'items', term: '按件（一个自然月内第几件）' },
      { value: 'pages', term: '按量（页）' },
    ],
  },
  {
    name: 'place',
    term: '当月第几件',
    kind: 'count',
    unit: '件',
    optional: true,
    hint: '不填的，按上面系统的计数。多渠道重复到达已经并案的不计，需要改的填在这里',
    when: byItems,
  },
  {
    name: 'deviation',
    term: '不按系统计数的理由',
    kind: 'long',
    when: (values) => byItems(values) && (values.place ?? '') !== '',
  },
  {
    name: 'split',
    term: '拆分清单',
    kind: 'long',
    optional: true,
    hint: '一份申请列有几项互不相关的内容的，可以按合理的最小单位拆分计件：一行一项。写进通知书',
    when: byItems,
  },
  {
    name: 'choice',
    term: '选择这种标准的理由',
    kind: 'long',
    optional: true,
    hint: '两种标准都应当收费的必须写明；只能收一种，不相加',
  },
  why('收费的理由', '写明申请的数量、频次为什么明显超过合理范围'),
] as const satisfies readonly ActField[];

const RECEIPT = '财政票据上的号码，电子票据也可以';

export const FEE_PAYMENT = [
  { name: 'yuan', term: '实缴金额', kind: 'count', unit: '元' },
  { name: 'receipt', term: '缴费票据号', kind: 'text', hint: RECEIPT },
  {
    name: 'named',
    term: '申请人怎样指明',
    kind: 'long',
    optional: true,
    hint: '同一份通知书还有没有缴的：写明申请人在什么时候、用什么方式指明缴的是哪几件。没有指明的，不算完成缴费，请不要登记',
  },
] as const satisfies readonly ActField[];

/** What was never taken for a payment, so that its sum and number are asked for. */
const neverTaken = ({ cause = '' }: Readonly<Record<string, string>>) => ['late', 'short', 'excess'].includes(cause);

export const FEE_REFUND = [
  {
    name: 'cause',
    term: '退费的原因',
    kind: 'choice',
    initial: 'withdrawn',
    choices: () => [
      { value: 'withdrawn', term: '收费通知撤回，全部退还' },
      { value: 'fewerPages', term: '按量收费，实际提供的页数少于通知的页数，退还差额' },
      { value: 'late', term: '期满以后才缴纳' },
      { value: 'short', term: '期满没有缴足' },
      { value: 'excess', term: '多缴的差额' },
    ],
  },
  {
    name: 'pages',
    term: '实际提供的页数',
    kind: 'count',
    unit: '页',
    hint: '整页遮盖的不计；应退的差额由系统算出',
    when: ({ cause }) => cause === 'fewerPages',
  },
  {
    name: 'came',
    term: '到账金额',
    kind: 'count',
    unit: '元',
    hint: '这笔款项实际到账多少；退还多少由系统算出，不会多于到账的',
    when: neverTaken,
  },
  { name: 'cameOn', term: '到账之日', kind: 'day', when: neverTaken },
  { name: 'receipt', term: '所退款项的票据号或者到账凭证号', kind: 'text', hint: RECEIPT, when: neverTaken },
  { name: 'number', term: '退付凭证号', kind: 'text' },
  { name: 'note', term: '说明', kind: 'long', optional: true },
] as const satisfies readonly ActField[];
