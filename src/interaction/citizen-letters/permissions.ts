/** 谁可以办 [INT-4, INT-5]: by role at the agency that holds the letter, and by where the letter stands. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import { sharePerson, whoseHand } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import { refuse } from '../../statute/refusal.ts';
import { LETTER_STATES, type LetterFile, type LetterState } from './citizen-letter.ts';
import type { LetterCommand, LetterVerb } from './commands.ts';
import { lastOfLetter } from './facts.ts';

export const LETTER_BASIS = '国办发〔2017〕47号《政府网站发展指引》互动交流';

interface Verb {
  readonly term: string;
  readonly causes: string;
  readonly roles: readonly RoleName[];
  readonly from: readonly LetterState[];
}

export const LETTER_VERBS: Readonly<Record<Exclude<LetterVerb, 'rate'>, Verb>> = {
  accept: {
    term: '受理',
    causes: '定下答复期限，来信人在查询页看得到。',
    roles: ['handler', 'officeHead'],
    from: ['received'],
  },
  refuse: {
    term: '不予受理',
    causes: '来信人看到理由和应当找谁，这封信到此为止。',
    roles: ['handler', 'officeHead'],
    from: ['received', 'accepted'],
  },
  transfer: {
    term: '转办',
    causes: '交给另一个机关办理，期限仍从收到之日起算。',
    roles: ['handler', 'officeHead'],
    from: ['received', 'accepted', 'drafted'],
  },
  draft: {
    term: '拟答复',
    causes: '交公开工作机构负责人审核；审核以前可以重写。',
    roles: ['handler'],
    from: ['accepted', 'drafted', 'checked'],
  },
  check: {
    term: '审核答复',
    causes: '通过的可以答复，退回的由承办人重写。',
    roles: ['officeHead', 'signatory'],
    from: ['drafted'],
  },
  answer: {
    term: '答复',
    causes: '来信人在查询页看到答复，期限到此为止。',
    roles: ['handler', 'officeHead'],
    from: ['checked'],
  },
  close: {
    term: '办结',
    causes: '不再改动；来信人仍然可以查看和评价。',
    roles: ['handler', 'officeHead'],
    from: ['answered', 'refused'],
  },
  publish: {
    term: '公开',
    causes: '隐去个人信息以后，来信和答复在门户公开。',
    roles: ['publisher'],
    from: ['answered', 'closed'],
  },
  withdraw: { term: '撤下公开内容', causes: '门户上不再显示。', roles: ['publisher'], from: ['answered', 'closed'] },
};

export const LETTER_VERB_NAMES = Object.keys(LETTER_VERBS) as Exclude<LetterVerb, 'rate'>[];

/** @param file null for a letter that is being written */
export function permitLetter(actor: Actor, command: LetterCommand, file: LetterFile | null): Permission {
  if (command.verb === 'write') return ALLOWED;
  if (command.verb === 'rate')
    return command.codeDigest === file!.codeDigest
      ? stands(file!, ['answered', 'closed', 'refused'], '评价')
      : denied(refuse('NOT_YOUR_LETTER', LETTER_BASIS, '查询码不符，请重新查询。'));
  return permitLetterVerb(actor, command.verb, file!);
}

export function permitLetterVerb(actor: Actor, verb: Exclude<LetterVerb, 'rate'>, file: LetterFile): Permission {
  const { roles, from, term } = LETTER_VERBS[verb];
  const { letter, facts } = file;
  const role = requireRole(actor, roles, letter.agencyId);
  if (!role.allowed) return role;
  const standing = stands(file, from, term);
  if (!standing.allowed) return standing;
  const drafted = lastOfLetter(facts, 'drafted');
  if (verb === 'check' && drafted && sharePerson(drafted.by, actor.id)) {
    const whose = whoseHand([drafted.by], actor.id);
    return denied(refuse('INT-5', LETTER_BASIS, `答复是${whose}拟的，请由另一个人审核。`));
  }
  if (verb === 'publish') {
    if (!letter.mayPublish)
      return denied(refuse('INT-8', '《个人信息保护法》第二十五条', '来信人没有同意公开，不能公开。'));
    if (letter.published) return denied(refuse('ALREADY_PUBLIC', LETTER_BASIS, '已经公开。要改的，先撤下再公开。'));
    if (lastOfLetter(facts, 'answered') === undefined)
      return denied(refuse('NO_ANSWER', LETTER_BASIS, '没有答复，不能公开。'));
  }
  if (verb === 'withdraw' && !letter.published) return denied(refuse('NOT_PUBLIC', LETTER_BASIS, '这封信没有公开。'));
  return ALLOWED;
}

function stands({ letter }: LetterFile, from: readonly LetterState[], term: string): Permission {
  if (from.includes(letter.state)) return ALLOWED;
  return denied(refuse('NOT_NOW', LETTER_BASIS, `现在是“${LETTER_STATES[letter.state]}”，不能${term}。`));
}
