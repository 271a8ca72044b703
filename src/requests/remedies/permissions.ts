/** Who records cases: 法制 and the head of the disclosure office; 统计 for cases about replies from before the product. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import { art } from '../../statute/articles.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { RemedyCommand, RemedyFile, RemedyStep } from './remedy.ts';
import { factIn, type Instance, instancesOf } from './remedy-facts.ts';

export const REMEDY_BASIS = art(50, { paragraph: 1, item: 3 });

/** 案件当事人的事: 法制 and the head of the office, who answer for the reply. */
const ANSWER_FOR: readonly RoleName[] = ['legal', 'officeHead'];

interface RemedyVerb {
  readonly term: string;
  readonly roles: readonly RoleName[];
  readonly basis: string;
  readonly causes: string;
}

export const REMEDY_VERBS: Readonly<Record<RemedyCommand['verb'], RemedyVerb>> = {
  recordRemedy: {
    term: '登记复议、诉讼案件',
    roles: ['legal', 'officeHead', 'reporter'],
    basis: REMEDY_BASIS,
    causes: '计入年度报告表四“尚未审结”，登记结果以后归入相应的一栏。',
  },
  recordNotice: {
    term: '登记收到通知',
    roles: ANSWER_FOR,
    basis: '《行政复议法》第四十八条、第五十四条，《行政诉讼法》第六十七条',
    causes: '自这一天起算答复、举证的期限；逾期的，视为没有证据、依据。',
  },
  recordAnswer: {
    term: '登记提交答复和证据',
    roles: ANSWER_FOR,
    basis: '《行政复议法》第四十八条、第五十四条，《行政诉讼法》第六十七条',
    causes: '答复、举证的期限到此为止，等复议机关、法院审理。',
  },
  recordProlongation: {
    term: '登记延长审理',
    roles: ANSWER_FOR,
    basis: '《行政复议法》第六十二条第一款',
    causes: '复议机关作出决定的期限顺延。',
  },
  tellBody: {
    term: '登记告知自行纠正',
    roles: ANSWER_FOR,
    basis: '《行政复议法》第四十一条，《行政诉讼法》第六十二条',
    causes: '复议机关、法院据此审理；申请人撤回的，案件终止。',
  },
  recordResult: {
    term: '登记审理结果',
    roles: ['legal', 'officeHead', 'reporter'],
    basis: REMEDY_BASIS,
    causes: '案件审结，按结论计入年度报告表四。被纠正的，应当重新作出答复。',
  },
  recordNextInstance: {
    term: '登记上诉、再审',
    roles: ANSWER_FOR,
    basis: REMEDY_BASIS,
    causes: '原来的结果不再计数，案件回到“尚未审结”；一个案件不论几审只计一件。',
  },
};

export const REMEDY_STEPS: readonly RemedyStep['verb'][] = [
  'recordNotice',
  'recordAnswer',
  'recordProlongation',
  'tellBody',
  'recordResult',
  'recordNextInstance',
];

export function permit(actor: Actor, verb: RemedyCommand['verb'], agencyId: AgencyId): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, REMEDY_VERBS[verb].roles, agencyId);
}

/**
 * The same for a case that is there, together with what its instance allows.
 * @param redoneOn the day a new reply on the application went out because of this case; null when none has
 */
export function permitNext(
  actor: Actor,
  verb: RemedyStep['verb'],
  remedy: RemedyFile,
  redoneOn: CivilDate | null,
): Permission {
  const role = permit(actor, verb, remedy.agencyId);
  if (!role.allowed) return role;
  const refusal = stageForbids(verb, remedy, redoneOn);
  return refusal ? denied(refusal) : ALLOWED;
}

/** 制作证据材料 [REM-17]: by who answers for the reply in the case; of a case without an application there is none. */
export function permitEvidence(actor: Actor, { agencyId, requestId }: RemedyFile): Permission {
  const role = requireRole(actor, ANSWER_FOR, agencyId);
  if (!role.allowed || requestId !== null) return role;
  return denied(forbid('REM-17', '这个案件针对启用系统以前的答复，系统里没有它的案卷，请从纸质案卷整理证据。'));
}

/** [REM-3, REM-6, REM-11] Whether a case lets something be recorded next. */
export function stageForbids(
  verb: RemedyStep['verb'],
  remedy: RemedyFile,
  redoneOn: CivilDate | null,
): Refusal | undefined {
  return FORBIDS[verb](remedy, instancesOf(remedy.facts).at(-1)!, redoneOn);
}

type Forbids = (remedy: RemedyFile, instance: Instance, redoneOn: CivilDate | null) => Refusal | undefined;

const forbid = (code: string, says: string) => refuse(code, REMEDY_BASIS, says);
const CLOSED = () => forbid('REM-11', '这个案件已经审结，不再登记通知、答复和举证。');

const FORBIDS: Readonly<Record<RemedyStep['verb'], Forbids>> = {
  recordNotice({ closedOn }, instance) {
    if (closedOn !== null) return CLOSED();
    if (instance.stage !== 'review' && instance.stage !== 'firstInstance')
      return forbid('REM-11', '二审、再审没有重新举证的期限，不用登记应诉通知。');
    return factIn(instance, 'noticed') && forbid('REM-11', '已经登记过收到通知，期限以第一次收到为准。');
  },
  recordAnswer({ closedOn }, instance) {
    if (closedOn !== null) return CLOSED();
    if (!factIn(instance, 'noticed'))
      return forbid('REM-11', '请先登记收到答复通知书、应诉通知书的日期，期限从那一天起算。');
    return factIn(instance, 'answered') && forbid('REM-11', '已经登记过提交答复和证据。');
  },
  recordProlongation({ closedOn, kind }, instance) {
    if (closedOn !== null) return CLOSED();
    if (kind !== 'review') return forbid('REM-12', '诉讼审限的延长由上级法院批准，不在这里登记。');
    if (factIn(instance, 'noticed')?.procedure === 'simplified')
      return forbid('REM-12', '适用简易程序的，应当在三十日内作出决定，不能延长。');
    return factIn(instance, 'prolonged') && forbid('REM-12', '已经登记过延长，延长的期限合计最长三十日。');
  },
  tellBody({ closedOn, requestId }, instance, redoneOn) {
    if (closedOn !== null) return forbid('REM-16', '这个案件已经审结，不用再告知自行纠正。');
    if (requestId === null) return forbid('REM-16', '这个案件没有对应的申请，系统里没有自行纠正的答复可以告知。');
    if (redoneOn === null)
      return forbid('REM-16', '自行纠正的新答复还没有送出。请先在案卷里重新答复，送出以后再告知复议机关、法院。');
    return factIn(instance, 'bodyTold') && forbid('REM-16', '已经登记过告知自行纠正。');
  },
  recordResult: ({ closedOn }) =>
    closedOn === null ? undefined : forbid('REM-3', '这个案件已经登记了结果。提起上诉或者再审的，请先登记新的审级。'),
  recordNextInstance({ kind, stage, closedOn }) {
    if (kind === 'review')
      return forbid('REM-3', '行政复议没有上诉。对复议决定起诉的，请另行登记一个复议后起诉的案件。');
    if (closedOn === null) return forbid('REM-3', '这个案件还没有登记本审级的结果，请先登记。');
    return stage === 'retrial' ? forbid('REM-3', '这个案件已经到了再审，请核对。') : undefined;
  },
};
