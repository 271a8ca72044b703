/** Who records cases: 法制 and the head of the disclosure office; 统计 for cases about replies from before the product. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Remedy, RemedyCommand } from './remedy.ts';

export const REMEDY_BASIS = art(50, { paragraph: 1, item: 3 });

export const REMEDY_VERBS: Readonly<
  Record<RemedyCommand['verb'], { term: string; roles: readonly RoleName[]; causes: string }>
> = {
  recordRemedy: {
    term: '登记复议、诉讼案件',
    roles: ['legal', 'officeHead', 'reporter'],
    causes: '计入年度报告表四“尚未审结”，登记结果以后归入相应的一栏。',
  },
  recordResult: {
    term: '登记审理结果',
    roles: ['legal', 'officeHead', 'reporter'],
    causes: '案件审结，按结论计入年度报告表四。被纠正的，应当重新作出答复。',
  },
  recordNextInstance: {
    term: '登记上诉、再审',
    roles: ['legal', 'officeHead'],
    causes: '原来的结果不再计数，案件回到“尚未审结”；一个案件不论几审只计一件。',
  },
};

export function permit(actor: Actor, verb: RemedyCommand['verb'], agencyId: AgencyId): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, REMEDY_VERBS[verb].roles, agencyId);
}

type NextVerb = Exclude<RemedyCommand['verb'], 'recordRemedy'>;

/** The same for a case that is there, together with what its stage allows. */
export function permitNext(actor: Actor, verb: NextVerb, remedy: Remedy): Permission {
  const role = permit(actor, verb, remedy.agencyId);
  if (!role.allowed) return role;
  const refusal = stageForbids(verb, remedy);
  return refusal ? denied(refusal) : ALLOWED;
}

/** [REM-3, REM-6] Whether the stage of a case lets something be recorded next. */
export function stageForbids(verb: NextVerb, { kind, stage, closedOn }: Remedy): Refusal | undefined {
  if (verb === 'recordResult')
    return closedOn === null
      ? undefined
      : refuse('REM-3', REMEDY_BASIS, '这个案件已经登记了结果。提起上诉或者再审的，请先登记新的审级。');
  if (kind === 'review')
    return refuse('REM-3', REMEDY_BASIS, '行政复议没有上诉。对复议决定起诉的，请另行登记一个复议后起诉的案件。');
  if (closedOn === null) return refuse('REM-3', REMEDY_BASIS, '这个案件还没有登记本审级的结果，请先登记。');
  return stage === 'retrial' ? refuse('REM-3', REMEDY_BASIS, '这个案件已经到了再审，请核对。') : undefined;
}
