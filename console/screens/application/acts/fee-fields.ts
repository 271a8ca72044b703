/** 收费通知的字段: both tariffs are reckoned from them (`fee-preview.tsx`), and one is chosen. */
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
