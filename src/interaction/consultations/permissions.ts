/** 谁可以办 [INT-14]: by role at the agency that asks, and by where the consultation stands. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import { type Hand, sharesPersonWithAny, whoseHand } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import { refuse } from '../../statute/refusal.ts';
import type { ConsultationCommand, ConsultationVerb } from './commands.ts';
import { CONSULTATION_STATES, type ConsultationFile, type ConsultationState } from './consultation.ts';
import type { ConsultationFact } from './facts.ts';

export const CONSULTATION_BASIS = '国办发〔2017〕47号《政府网站发展指引》互动交流';

interface Verb {
  readonly term: string;
  readonly causes: string;
  readonly roles: readonly RoleName[];
  readonly from: readonly ConsultationState[];
}

const WRITERS: readonly RoleName[] = ['editor', 'handler'];
const CHECKERS: readonly RoleName[] = ['officeHead', 'publisher', 'signatory'];

export const CONSULTATION_VERBS: Readonly<Record<ConsultationVerb, Verb>> = {
  revise: { term: '修改', causes: '送审以前可以随时修改。', roles: WRITERS, from: ['draft'] },
  submit: { term: '送审', causes: '交另一个人审核，审核以前公众看不到。', roles: WRITERS, from: ['draft'] },
  check: {
    term: '审核发布',
    causes: '通过的当即在门户发布，期限从今天起算；退回的由起草人修改。',
    roles: CHECKERS,
    from: ['submitted'],
  },
  prolong: { term: '延长期限', causes: '截止日推后，理由在门户公布。', roles: CHECKERS, from: ['opened'] },
  stop: { term: '停止', causes: '不再接收意见，理由在门户公布，不计入年度报告。', roles: CHECKERS, from: ['opened'] },
  reply: {
    term: '答复意见',
    causes: '提出人凭查询码看到答复，采纳情况计入结果；公布结果以前可以改。',
    roles: WRITERS,
    from: ['opened'],
  },
  summarize: { term: '拟结果', causes: '交另一个人审核后公布。', roles: WRITERS, from: ['opened'] },
  approve: {
    term: '审核公布结果',
    causes: '通过的当即在门户公布采纳情况和数字；退回的重拟。',
    roles: CHECKERS,
    from: ['summed'],
  },
};
export const CONSULTATION_VERB_NAMES = Object.keys(CONSULTATION_VERBS) as ConsultationVerb[];

/** @param file null for one that is being drafted */
export function permitConsultation(
  actor: Actor,
  command: ConsultationCommand,
  file: ConsultationFile | null,
): Permission {
  if (command.verb === 'draft') return requireRole(actor, WRITERS, command.agencyId);
  return permitConsultationVerb(actor, command.verb, file!);
}

export function permitConsultationVerb(
  actor: Actor,
  verb: ConsultationVerb,
  { consultation, facts }: ConsultationFile,
): Permission {
  const { roles, from, term } = CONSULTATION_VERBS[verb];
  const role = requireRole(actor, roles, consultation.agencyId);
  if (!role.allowed) return role;
  if (!from.includes(consultation.state))
    return denied(
      refuse('NOT_NOW', CONSULTATION_BASIS, `现在是“${CONSULTATION_STATES[consultation.state]}”，不能${term}。`),
    );
  if (verb === 'reply' && consultation.text.form === 'survey')
    return denied(refuse('NO_REPLY', CONSULTATION_BASIS, '问卷的回答不逐条答复，结束后公布统计结果。'));
  const hands = handsBefore(verb, facts);
  if (sharesPersonWithAny(hands, actor.id))
    return denied(
      refuse('INT-14', CONSULTATION_BASIS, `这是${whoseHand(hands, actor.id)}起草或者送审的，请由另一个人审核。`),
    );
  return ALLOWED;
}

/** Four eyes: whoever wrote or handed in what is to be checked; of a text every hand since it was begun. */
function handsBefore(verb: ConsultationVerb, facts: readonly ConsultationFact[]): readonly Hand[] {
  const types: readonly ConsultationFact['type'][] =
    verb === 'check' ? ['drafted', 'revised', 'submitted'] : verb === 'approve' ? ['summed'] : [];
  return facts.filter(({ type }) => types.includes(type)).map(({ by }) => by);
}
