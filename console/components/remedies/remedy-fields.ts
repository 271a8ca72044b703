/** 案件每一步的表单: what each step asks, beside its day. One more step: one entry here. */
import type { RemedyAct, RemedyView, Vocabulary } from '../../../src/desk/contract.ts';
import type { Choice } from '../choice-field.tsx';
import { choicesOf } from '../choices-of.ts';

export type RemedyVerb = RemedyAct['verb'];
export type Written = Readonly<Record<string, string>>;

interface Asked {
  readonly name: string;
  readonly term: string;
  readonly hint?: string;
  readonly kind: 'text' | 'day' | 'count' | 'choice';
  readonly unit?: string;
  readonly initial?: string;
  readonly choices?: (remedy: RemedyView, words: Vocabulary) => readonly Choice[];
  /** The day may lie ahead. */
  readonly ahead?: true;
  readonly optional?: true;
  /** Asked only where what is written so far makes it a question. */
  readonly when?: (written: Written, words: Vocabulary) => boolean;
}

export interface RemedyForm {
  /** What the day is, and how it is sent. */
  readonly day: { readonly name: 'on' | 'closedOn'; readonly term: string };
  readonly fields: readonly Asked[];
}

const ordering = ({ conclusion }: Written, { conclusions }: Vocabulary) =>
  conclusions.some(({ name, mayOrder }) => name === conclusion && mayOrder);

const evidence = (hint: string) => ({ name: 'evidence', term: '凭证', kind: 'text', hint }) as const;

export const REMEDY_FORMS: Readonly<Record<RemedyVerb, RemedyForm>> = {
  recordNotice: {
    day: { name: 'on', term: '收到通知之日' },
    fields: [
      {
        name: 'procedure',
        term: '适用的程序',
        kind: 'choice',
        hint: '通知书上写明；答复、举证的期限随程序不同',
        choices: (_, words) => choicesOf(words.procedures),
      },
    ],
  },
  recordAnswer: {
    day: { name: 'on', term: '提交之日' },
    fields: [evidence('签收回执、邮政收寄凭证等，是否按期以它为准')],
  },
  recordProlongation: {
    day: { name: 'on', term: '收到延长通知之日' },
    fields: [{ name: 'days', term: '延长', kind: 'count', unit: '日，最长 30 日', initial: '30' }],
  },
  tellBody: { day: { name: 'on', term: '告知之日' }, fields: [evidence('怎样告知、附上新的答复')] },
  recordResult: {
    day: { name: 'closedOn', term: '决定书、裁判文书落款之日' },
    fields: [
      {
        name: 'conclusion',
        term: '结论',
        kind: 'choice',
        choices: ({ of }, words) => choicesOf(words.conclusions.filter((one) => one.of === of)),
      },
      {
        name: 'receivedOn',
        term: '收到文书之日',
        kind: 'day',
        hint: '上诉、起诉和重新答复的期限从这一天起算；还没有收到的不填',
        optional: true,
      },
      {
        name: 'orders',
        term: '是否责令重新答复',
        kind: 'choice',
        initial: 'no',
        choices: () => [
          { value: 'no', term: '没有责令' },
          { value: 'yes', term: '责令重新答复或者履行' },
        ],
        when: ordering,
      },
      {
        name: 'replyBy',
        term: '文书定的最后一日',
        kind: 'day',
        hint: '文书没有定期限的不填，按20个工作日计算',
        ahead: true,
        optional: true,
        when: (written, words) => ordering(written, words) && written.orders === 'yes',
      },
    ],
  },
  recordNextInstance: {
    day: { name: 'on', term: '受理之日' },
    fields: [
      { name: 'stage', term: '进入哪一程序', kind: 'choice', choices: (_, words) => choicesOf(words.nextInstances) },
    ],
  },
};

export function openingWritten(verb: RemedyVerb, remedy: RemedyView, words: Vocabulary, today: string): Written {
  const { day, fields } = REMEDY_FORMS[verb];
  const values = fields.map(({ name, initial, choices }) => [
    name,
    initial ?? choices?.(remedy, words)[0]?.value ?? '',
  ]);
  return { ...Object.fromEntries(values), [day.name]: today };
}

export function askedFields(verb: RemedyVerb, written: Written, words: Vocabulary): readonly Asked[] {
  return REMEDY_FORMS[verb].fields.filter(({ when }) => when === undefined || when(written, words));
}

/** As the desk takes it: what was not asked or left open is not sent. */
export function remedyActOf(verb: RemedyVerb, written: Written, words: Vocabulary): RemedyAct {
  const { day } = REMEDY_FORMS[verb];
  const sent = askedFields(verb, written, words).flatMap(({ name, kind, optional }) => {
    const value = written[name] ?? '';
    if (optional && value === '') return [];
    return [[name, kind === 'count' ? Number(value) : name === 'orders' ? value === 'yes' : value]];
  });
  return { verb, [day.name]: written[day.name], ...Object.fromEntries(sent) } as RemedyAct;
}
