/** 谁能报送、接收、退回. Whoever entered or handed up figures does not accept them: another pair of eyes looks before they count. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { sharePerson } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import type { HandUp, HandUpCommand } from './hand-up.ts';

export type HandUpVerb = HandUpCommand['verb'];

export interface HandUpRule {
  readonly term: string;
  readonly roles: readonly RoleName[];
  readonly basis: string;
  readonly causes: string;
}

const RULES = ['reporter', 'officeHead'] as const satisfies readonly RoleName[];

export const HAND_UP_VERBS: Readonly<Record<HandUpVerb, HandUpRule>> = {
  handUp: {
    term: '报送主管机关',
    roles: RULES,
    basis: art(49),
    causes: '把定稿的三张表报给上一级政府，由其核对后接收或者退回。',
  },
  enterFigures: {
    term: '录入报数',
    roles: RULES,
    basis: art(49),
    causes: '没有使用本系统的单位，按表录入或者上传报数；接收以后计入上一级政府的汇总。录入的人不能自己接收。',
  },
  accept: { term: '接收', roles: RULES, basis: art(50), causes: '接收以后，人工录入的数计入本级的汇总。' },
  return: { term: '退回', roles: RULES, basis: art(50), causes: '退回报送的单位，理由它看得到；改正后再报。' },
  keepEntered: {
    term: '仍按录入的数计入',
    roles: RULES,
    basis: art(50),
    causes: '写明理由，汇总仍用录入的数；与记录的差额留在这里，定稿时还要由负责人写明理由。',
  },
  countRecords: {
    term: '改按记录计入',
    roles: RULES,
    basis: art(50),
    causes: '录入的数不再计入，汇总改用该单位在本系统的记录；该单位按记录编制年报后重新报送。',
  },
};

/** @param to who receives it; null where nobody stands above */
export function permitHandingUp(actor: Actor, agencyId: AgencyId): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, RULES, agencyId);
}

export function permitSettling(
  actor: Actor,
  { toAgencyId, handedBy }: Pick<HandUp, 'toAgencyId' | 'handedBy'>,
): Permission {
  const role = actor.kind === 'system' ? ALLOWED : requireRole(actor, RULES, toAgencyId);
  if (!role.allowed) return role;
  return sharePerson(handedBy, actor.id)
    ? denied(
        refuse(
          'FOUR_EYES',
          art(50),
          '报送、录入的人和他的代理人、被代理人不能自己接收或者退回，请由上一级机关的另一位经办。',
        ),
      )
    : ALLOWED;
}
