/** 送达的表单: which paper goes or has come back, by which way, and what proves that way; shared by the verbs of service. */
import type { RequestFileView } from '../../../../src/desk/contract.ts';
import { choicesOf } from '../../../components/choices-of.ts';
import type { ActField, Stage } from './act-field.ts';

/** Which paper, of those a verb is about. */
export const paper = (which: (paper: RequestFileView['papers'][number]) => boolean) =>
  ({
    name: 'paper',
    term: '哪一份文书',
    kind: 'choice',
    numbered: true,
    choices: ({ file }: Stage) => file.papers.filter(which).map(({ n, term }) => ({ value: String(n), term })),
  }) as const satisfies ActField;

const by =
  (...methods: readonly string[]) =>
  ({ method = '' }: Readonly<Record<string, string>>) =>
    methods.includes(method);

export const receiver = {
  name: 'receiver',
  term: '签收人',
  kind: 'choice',
  initial: 'self',
  choices: ({ words }: Stage) => choicesOf(words.receivers),
  hint: '只写是什么人，不写姓名；姓名在送达回证或者邮件签收单上，可以扫描上传',
} as const satisfies ActField;

/** 怎样送达: the way decides what proves it. */
export const DISPATCH = [
  {
    name: 'method',
    term: '送达方式',
    kind: 'choice',
    initial: 'post',
    choices: ({ words }: Stage) => choicesOf(words.serviceMethods),
  },
  {
    name: 'carrier',
    term: '邮件种类',
    kind: 'choice',
    initial: 'ems',
    choices: ({ words }: Stage) => choicesOf(words.carriers),
    hint: '国家机关公文只能由邮政企业寄递（《邮政法》第五十五条）',
    when: by('post'),
  },
  {
    name: 'tracking',
    term: '邮件号码',
    kind: 'text',
    hint: '邮政收寄凭证上的号码，可以带空格',
    when: by('post'),
  },
  { ...receiver, when: by('direct', 'entrusted') },
  {
    name: 'arrival',
    term: '送到哪里',
    kind: 'choice',
    initial: 'trackPage',
    choices: ({ words }: Stage) => choicesOf(words.arrivals),
    when: by('electronic'),
  },
  { name: 'evidence', term: '送达凭证', kind: 'text', when: by('direct', 'entrusted', 'electronic') },
] as const satisfies readonly ActField[];
