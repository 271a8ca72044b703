/** 谁可以办更正申请 [REQ-120]: handlers register and send, the head or the signatory decides, and nobody decides on what he registered himself. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { sharePerson } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import type { CorrectionActVerb } from './commands.ts';
import { CORRECTION_STATES, type CorrectionState, type PersonalCorrectionFile } from './personal-correction.ts';

interface CorrectionVerb {
  readonly term: string;
  readonly causes: string;
  readonly roles: readonly RoleName[];
  readonly from: readonly CorrectionState[];
}

const HANDLE: readonly RoleName[] = ['handler', 'officeHead'];
export const CORRECTION_BASIS = art(41);

export const CORRECTION_VERBS: Readonly<Record<CorrectionActVerb, CorrectionVerb>> = {
  askProof: {
    term: '要求补充证据',
    causes: '制发补充证据告知书；办理期限照常计算。',
    roles: HANDLE,
    from: ['open'],
  },
  receiveProof: { term: '登记收到证据', causes: '证据记入案卷，供审核。', roles: HANDLE, from: ['open'] },
  decideCorrection: {
    term: '作出决定',
    causes: '制发更正答复书；转送的，同时制发转送函。送出以后才算答复。',
    roles: ['officeHead', 'signatory'],
    from: ['open'],
  },
  serveCorrection: { term: '登记送出答复', causes: '这一天就是答复日。', roles: HANDLE, from: ['decided'] },
  recordReplyReceived: {
    term: '登记申请人收到答复',
    causes: '救济期限自收到之日起算。',
    roles: HANDLE,
    from: ['served'],
  },
  archiveCorrection: { term: '归档', causes: '案卷归档，不再改动。', roles: HANDLE, from: ['served'] },
};

export const CORRECTION_ACT_VERBS = Object.keys(CORRECTION_VERBS) as CorrectionActVerb[];

export function permitRegisterCorrection(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, HANDLE, agencyId);
}

export function permitCorrection(
  actor: Actor,
  name: CorrectionActVerb,
  { correction, facts }: PersonalCorrectionFile,
): Permission {
  const { term, roles, from } = CORRECTION_VERBS[name];
  const role = requireRole(actor, roles, correction.agencyId);
  if (!role.allowed) return role;
  if (!from.includes(correction.state)) {
    const state = CORRECTION_STATES[correction.state].term;
    return denied(refuse('WRONG_STATE', CORRECTION_BASIS, `这件更正申请现在是“${state}”，不能“${term}”。请刷新页面。`));
  }
  if (name === 'decideCorrection' && facts[0] && sharePerson(facts[0].by, actor.id))
    return denied(refuse('REQ-120', art(45), '这件是你登记的，请由另一位负责人或者签发人决定。'));
  return ALLOWED;
}
