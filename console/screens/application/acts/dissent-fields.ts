/** 处理第三方的不同意见: what is disclosed is asked only where he is to be told of it. After the signature he is told what was decided, so only who is asked. */
import type { ActField, Stage } from './act-field.ts';

/** What is not asked any more once the reply is signed. */
export const DECIDED = ['ground', 'what', 'why'];

const first = ({ file }: Stage) => file.dissents.find(({ open }) => open)?.decided;

export const DISSENT = [
  {
    name: 'consultation',
    term: '哪一方',
    kind: 'choice',
    numbered: true,
    choices: ({ file }) =>
      file.dissents
        .filter(({ open }) => open)
        .map(({ n, name, says, decided }) => ({
          value: String(n),
          term: `${name}：${says}${decided ? `；${decided.ground}` : ''}`,
        })),
  },
  {
    name: 'ground',
    term: '怎样处理',
    kind: 'choice',
    initial: 'publicInterest',
    choices: () => [
      { value: 'publicInterest', term: '理由合理，但不公开可能对公共利益造成重大影响，决定公开' },
      { value: 'noHarm', term: '理由不合理，公开不会损害其合法权益，决定公开' },
      { value: 'withheld', term: '其不同意公开的内容没有公开' },
    ],
  },
  {
    name: 'what',
    term: '决定公开的内容',
    kind: 'long',
    initialOf: (stage) => first(stage)?.what ?? '',
    hint: '告知书写给第三方，逐项写明公开哪些信息；不写申请人是谁',
    when: ({ ground }) => ground !== 'withheld',
  },
  {
    name: 'why',
    term: '理由',
    kind: 'long',
    initialOf: (stage) => first(stage)?.why ?? '',
    hint: '第三方的理由为什么不成立，或者不公开会对公共利益造成什么重大影响',
  },
] as const satisfies readonly ActField[];
