/** 征求意见的表单: who is asked about what, and what came back; shared by the verbs about third parties and other agencies. */
import type { RequestFileView } from '../../../../src/desk/contract.ts';
import type { Choice } from '../../../components/choice-field.tsx';
import type { ActField, Stage } from './act-field.ts';
import { why } from './why-field.ts';

/** Which consultation, of those without an answer; `whom` narrows them to the kind a verb is about. */
export const consultation = (whom?: RequestFileView['consultations'][number]['whom']) =>
  ({
    name: 'consultation',
    term: '哪一次征求意见',
    kind: 'choice',
    numbered: true,
    choices: ({ file }: Stage) =>
      file.consultations
        .filter((one) => whom === undefined || one.whom === whom)
        .map(({ n, term, name, on }) => ({ value: String(n), term: `${term}：${name}（${on}发出）` })),
  }) as const satisfies ActField;

const OPINIONS: readonly Choice[] = [
  { value: 'agrees', term: '同意公开' },
  { value: 'agreesInPart', term: '同意部分公开' },
  { value: 'disagrees', term: '不同意公开' },
];

export const consult = (whom: string) =>
  ({
    day: '征求意见书发出日',
    fields: [
      { name: 'name', term: whom, kind: 'text' },
      {
        name: 'about',
        term: '就什么征求意见',
        kind: 'long',
        hint: '写明涉及的信息，以及可能损害的权益或者需要确认的事项',
      },
    ],
  }) as const;

export const answer = (whom: RequestFileView['consultations'][number]['whom']) =>
  ({
    day: '收到意见之日',
    files: 'opinion',
    fields: [
      consultation(whom),
      { name: 'opinion', term: '意见', kind: 'choice', initial: 'agrees', choices: () => OPINIONS },
      { ...why('理由', '不同意或者部分同意的必须写明'), optional: true },
    ],
  }) as const;
