/** 谁可以办 [INT-35, INT-40]: by role at the agency, and by where the interview stands. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import { type Hand, sharesPersonWithAny, whoseHand } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import { refuse } from '../../statute/refusal.ts';
import type { InterviewCommand, InterviewVerb } from './commands.ts';
import { INTERVIEW_STATES, type InterviewFile, type InterviewState } from './interview.ts';

export const INTERVIEW_BASIS = '国办发〔2017〕47号《政府网站发展指引》互动交流';

interface Verb {
  readonly term: string;
  readonly causes: string;
  readonly roles: readonly RoleName[];
  readonly from: readonly InterviewState[];
}

const WRITERS: readonly RoleName[] = ['editor', 'publisher'];

export const INTERVIEW_VERBS: Readonly<Record<InterviewVerb, Verb>> = {
  revise: { term: '修改预告', causes: '送审以前可以一直改。', roles: WRITERS, from: ['draft'] },
  submit: { term: '送审', causes: '交另一个人审核；审核以前不公开。', roles: WRITERS, from: ['draft'] },
  check: {
    term: '审核预告',
    causes: '通过的立即在门户公开，网友可以提问；退回的由起草人修改。',
    roles: ['officeHead', 'publisher'],
    from: ['submitted'],
  },
  begin: {
    term: '开始访谈',
    causes: '门户上显示正在进行，以后的每一段发言随发随见。',
    roles: WRITERS,
    from: ['announced'],
  },
  say: { term: '发言', causes: '立即在门户公开。', roles: WRITERS, from: ['live'] },
  admit: { term: '公开提问', causes: '按下面的文字立即在门户公开。', roles: WRITERS, from: ['announced', 'live'] },
  decline: {
    term: '不公开提问',
    causes: '不在门户显示。',
    roles: WRITERS,
    from: ['announced', 'live', 'ended', 'cancelled'],
  },
  correct: {
    term: '更正',
    causes: '门户上显示改后的文字，并标明更正过。',
    roles: WRITERS,
    from: ['announced', 'live', 'ended'],
  },
  end: { term: '结束访谈', causes: '不再提问和发言，实录留在门户，计入年度报告。', roles: WRITERS, from: ['live'] },
  linkVideo: {
    term: '登记视频地址',
    causes: '实录页上显示视频的链接；再登记一次就换成新的。',
    roles: WRITERS,
    from: ['ended'],
  },
  cancel: {
    term: '取消访谈',
    causes: '门户上显示已取消和原因。没有公开过的不显示。',
    roles: ['publisher', 'officeHead'],
    from: ['draft', 'submitted', 'announced'],
  },
};
export const INTERVIEW_VERB_NAMES = Object.keys(INTERVIEW_VERBS) as InterviewVerb[];

/** @param file null for one that is being drafted */
export function permitInterview(actor: Actor, command: InterviewCommand, file: InterviewFile | null): Permission {
  if (command.verb === 'draft') return requireRole(actor, WRITERS, command.agencyId);
  if (command.verb === 'ask') return takesQuestions(file!);
  return permitInterviewVerb(actor, command.verb, file!);
}

export function permitInterviewVerb(actor: Actor, verb: InterviewVerb, file: InterviewFile): Permission {
  const { roles, from, term } = INTERVIEW_VERBS[verb];
  const role = requireRole(actor, roles, file.interview.agencyId);
  if (!role.allowed) return role;
  const { state } = file.interview;
  if (!from.includes(state))
    return denied(refuse('NOT_NOW', INTERVIEW_BASIS, `现在是“${INTERVIEW_STATES[state]}”，不能${term}。`));
  const writers = writersOf(file);
  if (verb === 'check' && sharesPersonWithAny(writers, actor.id)) {
    const whose = whoseHand(writers, actor.id);
    return denied(refuse('INT-35', INTERVIEW_BASIS, `预告是${whose}起草或者修改的，请由另一个人审核。`));
  }
  return ALLOWED;
}

/** Whoever wrote any of it, not only the last who touched it. */
function writersOf({ facts }: InterviewFile): readonly Hand[] {
  return facts
    .filter(({ type }) => type === 'drafted' || type === 'revised' || type === 'submitted')
    .map(({ by }) => by);
}

/** 提问 [INT-36]: from the notice to the end. */
export function takesQuestions({ interview: { state } }: Pick<InterviewFile, 'interview'>): Permission {
  if (state === 'announced' || state === 'live') return ALLOWED;
  return denied(refuse('NOT_NOW', INTERVIEW_BASIS, '这期访谈已经结束或者取消，不再接收提问。可以写信提出。'));
}
