/** 评估审查: the day of the next look is asked only where the refusal still holds. */
import type { ActField } from './act-field.ts';

export const REVIEW = [
  {
    name: 'verdict',
    term: '结论',
    kind: 'choice',
    initial: 'holds',
    choices: () => [
      { value: 'holds', term: '仍然不予公开' },
      { value: 'publish', term: '可以公开，转为主动公开' },
      { value: 'offer', term: '可以公开，告知申请人' },
    ],
  },
  {
    name: 'until',
    term: '下次评估的日期',
    kind: 'day',
    ahead: true,
    when: ({ verdict }) => verdict === 'holds',
  },
  { name: 'why', term: '理由', kind: 'long', hint: '不予公开的原因还在不在，情势有什么变化；留在卷内，不给申请人' },
] as const satisfies readonly ActField[];
