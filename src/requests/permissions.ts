/**
 * 岗位和环节: who may do what, in which state. One source for three places: the server refuses with it, the golden matrix
 * (`permissions.golden.txt`) shows it in review, the console greys its buttons with it and gives the reason.
 */
import { type Actor, ALLOWED, denied, inSomeCapacity, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { RoleName } from '../people/role.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { type FileVerb, type OpeningCommand, opensFile, type RequestCommand } from './commands.ts';
import type { RequestFile } from './info-request.ts';
import { isPartOfRedo, redoUnderWay } from './redo.ts';
import { STATES } from './states.ts';
import { taskOf } from './tasks/task.ts';
import { FILE_VERBS, verbOf } from './verbs.ts';

export function permit(actor: Actor, command: RequestCommand, file: RequestFile | null): Permission {
  return opensFile(command) || file === null
    ? permitOpening(actor, command as OpeningCommand)
    : permitAct(actor, command.verb, file, command);
}

/** 登记: by the handlers of the agency, by anyone online; 结转 by those who keep its figures or by the opening of a county. */
export function permitOpening(
  actor: Actor,
  { verb, agencyId, channel }: Pick<OpeningCommand, 'verb' | 'agencyId' | 'channel'>,
): Permission {
  if (actor.kind === 'system') return ALLOWED;
  if (verb === 'openWithCarriedOver') return requireRole(actor, ['handler', 'reporter'], agencyId);
  if (actor.kind !== 'public') return requireRole(actor, ['handler', 'officeHead'], agencyId);
  return channel === 'web'
    ? ALLOWED
    : denied(refuse('NOT_YOUR_ROLE', '岗位权限', '这种渠道收到的申请由工作机构登记。请通过网上申请页面提交。'));
}

/** 谁看申请列表. */
export const LIST_READERS = [
  'handler',
  'officeHead',
  'signatory',
  'legal',
  'secrecyReviewer',
  'auditor',
] as const satisfies readonly RoleName[];

/** 导出列表 [STA-3]: by those who read it, at every agency it names. */
export function permitExport(actor: Actor, agencyIds: readonly AgencyId[]): Permission {
  for (const agencyId of agencyIds) {
    const permission = requireRole(actor, LIST_READERS, agencyId);
    if (!permission.allowed) return permission;
  }
  return ALLOWED;
}

/** 谁看信息处理费台账 [FEE-15]: who reads applications, and who answers for the figure in the report. */
export const FEE_READERS = [...LIST_READERS, 'reporter'] as const satisfies readonly RoleName[];

export function permitFees(actor: Actor, agencyIds: readonly AgencyId[]): Permission {
  for (const agencyId of agencyIds) {
    const permission = requireRole(actor, FEE_READERS, agencyId);
    if (!permission.allowed) return permission;
  }
  return ALLOWED;
}

/** What an act shows of itself: the applicant's code, the task it is about. */
interface Shown {
  readonly codeDigest?: string;
  readonly task?: number;
}

/** No agency has this id. */
const NOBODY = '';

/** An applicant proves himself with his code; an officer holds a role at the agency. Then the state must allow it. */
export function permitAct(
  actor: Actor,
  name: FileVerb,
  { request, facts, codeDigest }: RequestFile,
  shown?: Shown,
): Permission {
  const verb = verbOf(name);
  if (actor.kind === 'public') {
    if (!verb.byApplicant || shown?.codeDigest !== codeDigest)
      return denied(
        refuse(
          'NOT_YOUR_FILE',
          '岗位权限',
          '查询号或者查询码不对，或者这一步不能在网上办理。请核对，或者联系受理机关。',
        ),
      );
  } else if (actor.kind !== 'system' || !verb.bySystem) {
    // [REQ-81] A task is the asked agency's to answer, whoever else handles the file.
    const asked = verb.byAsked && shown?.task !== undefined ? taskOf(facts, shown.task)?.to : undefined;
    const role = requireRole(actor, verb.roles, verb.byAsked ? (asked ?? NOBODY) : request.agencyId);
    if (!role.allowed) return role;
  }
  if (redoUnderWay(facts) && !isPartOfRedo(name))
    return denied(
      refuse(
        'REM-15',
        verb.basis,
        `这件申请正在重新答复，不是重新受理，不能“${verb.term}”。请拟写、审核、签发并送出新的答复。`,
      ),
    );
  if (verb.from.includes(request.state)) return ALLOWED;
  return denied(
    refuse(
      'WRONG_STATE',
      verb.basis,
      `这件申请现在是“${STATES[request.state].term}”，不能“${verb.term}”。请刷新页面查看当前可做的步骤。`,
    ),
  );
}

export interface PermittedVerb {
  readonly verb: FileVerb;
  readonly term: string;
  readonly basis: string;
  readonly allowed: boolean;
  /** Why not; null when allowed. */
  readonly refusal: Refusal | null;
  /** 补记 [REQ-93]: the last day it may have been done, where that has passed; null where it may be done today. */
  readonly lateUntil: CivilDate | null;
  /** 代 [SEC-34]: the principal in whose name it would be done; null in one's own. */
  readonly actingFor: string | null;
}

/** What is an officer's to do; the rest is the applicant's alone. */
const OFFICE_VERBS = FILE_VERBS.filter((name) => verbOf(name).roles.length > 0 && !verbOf(name).byAsked);

/** 可做的步骤: every verb of the office with its answer for this officer, this file and this day. */
export function permittedVerbs(
  actor: Actor,
  file: RequestFile,
  today: CivilDate,
  calendar: WorkCalendar,
): PermittedVerb[] {
  return OFFICE_VERBS.map((name) =>
    inSomeCapacity(
      actor,
      (as) => permittedVerb(name, as, file, today, calendar),
      ({ refusal }) => refusal,
    ),
  );
}

function permittedVerb(
  name: FileVerb,
  actor: Actor,
  file: RequestFile,
  today: CivilDate,
  calendar: WorkCalendar,
): PermittedVerb {
  const { term, basis, may, lastDay } = verbOf(name);
  const permission = permitAct(actor, name, file);
  const refusal = permission.allowed ? (may?.(file, today, calendar, actor) ?? null) : permission.refusal;
  const last = permission.allowed && refusal ? lastDay?.(file, today, calendar) : null;
  const lateUntil = last && last < today && !may!(file, last, calendar, actor) ? last : null;
  const open = refusal === null || lateUntil !== null;
  const actingFor = (open && actor.kind === 'officer' && actor.actingFor) || null;
  return { verb: name, term, basis, allowed: open, refusal: open ? null : refusal, lateUntil, actingFor };
}

/** Every verb refused for one reason: nothing is done on a record that contradicts itself. */
export function closedVerbs(refusal: Refusal): PermittedVerb[] {
  return OFFICE_VERBS.map((verb) => {
    const { term, basis } = verbOf(verb);
    return { verb, term, basis, allowed: false, refusal, lateUntil: null, actingFor: null };
  });
}

/** 查看申请人身份 [REQ-55]: who handles the file or answers for it before 复议机关 and court. Readers of lists see a masked name. */
export function permitIdentity(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, ['handler', 'officeHead', 'legal'], agencyId);
}

/** 登记时可选的机关 for an officer: those where he may register. */
export function agenciesToRegisterAt(actor: Actor): readonly AgencyId[] {
  if (actor.kind !== 'officer') return [];
  return [...new Set([...(actor.reach.handler ?? []), ...(actor.reach.officeHead ?? [])])];
}
