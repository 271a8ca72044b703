/** The verbs of the register, pure: importing, showing, taking back. Who imported does not show it to the public himself. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { sharesPersonWithAny } from '../../people/hand.ts';
import type { Decision, Scene } from '../../perform.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { withdrawBy } from './clocks.ts';
import { coverNames, personsIn } from './covered-names.ts';
import type { PlannedImport } from './import-plan.ts';
import { leakIn } from './leak.ts';
import type { DecisionCommand, ImportDecisions, RegisteredDecision, WithdrawDecision } from './registered-decision.ts';

/** What the store finds: the decisions spoken of; of an import what it would do. */
export interface LoadedDecisions {
  readonly agencyId: AgencyId;
  readonly found: readonly RegisteredDecision[];
  readonly planned: PlannedImport | null;
}

export const REGISTRARS = ['editor', 'reporter'] as const;
export const SHOWERS = ['publisher', 'officeHead'] as const;
const PUBLISHING = '《条例》第二十条第（五）项、第（六）项';
const PRIVATE = '《条例》第十五条';
const WITHDRAWING = '《行政处罚法》第四十八条';

export function permitDecisions(actor: Actor, command: DecisionCommand, loaded: LoadedDecisions): Permission {
  if (actor.kind === 'system') return ALLOWED;
  const { agencyId, found } = loaded;
  if (command.verb === 'importDecisions') return requireRole(actor, REGISTRARS, agencyId);
  const role = requireRole(actor, SHOWERS, agencyId);
  if (!role.allowed || command.verb !== 'publishDecisions') return role;
  return sharesPersonWithAny(
    found.filter(isWaiting).map(({ importedBy, correction }) => correction?.importedBy ?? importedBy),
    actor.id,
  )
    ? denied(
        refuse('FOUR_EYES', PUBLISHING, '登记的人和他的代理人、被代理人不能自己公示，请由另一位发布人核对后公示。'),
      )
    : ALLOWED;
}

/** What the register becomes. */
export type DecisionsChange =
  | ({ readonly type: 'imported'; readonly id: string; readonly planned: PlannedImport } & Omit<
      ImportDecisions,
      'verb'
    >)
  | { readonly type: 'published'; readonly ids: readonly string[] }
  | ({ readonly type: 'withdrawn'; readonly late: boolean } & Omit<WithdrawDecision, 'verb'>);

export function decideDecisions(
  { agencyId, found, planned }: LoadedDecisions,
  command: DecisionCommand,
  scene: Scene,
): Decision<DecisionsChange> | Refusal {
  if (command.verb === 'importDecisions') {
    const { verb, ...sheet } = command;
    if (sheet.decisions.length === 0) return refuse('ENF-11', PUBLISHING, '没有可以登记的处理决定。');
    const { plan, changes } = planned!;
    const { added, same, kept } = plan;
    const content = { kind: sheet.kind, added: added.length, same, changes, kept };
    const id = scene.newId();
    return decided({ type: 'imported', id, planned: planned!, ...sheet }, 'importedDecisions', agencyId, id, content);
  }
  if (command.verb === 'withdrawDecision') return withdraw(found[0]!, command, scene);
  const waiting = found.filter(isWaiting);
  if (waiting.length === 0) return refuse('ENF-12', PUBLISHING, '选的都已经公示或者撤回，请刷新页面。');
  const ids = waiting.filter((one) => !isPast(one, scene.today)).map(({ id }) => id);
  if (ids.length === 0) return refuse('ENF-21', PUBLISHING, '选的公示截止期都已经过了，只计入件数，不再公示。');
  return decided({ type: 'published', ids }, 'publishedDecisions', agencyId, agencyId, ids);
}

/** Not shown yet, or shown with a correction that is not [ENF-19]. */
function isWaiting({ state, correction }: RegisteredDecision): boolean {
  return state === 'registered' || (state === 'published' && correction !== null);
}

function isPast({ state, shownUntil }: RegisteredDecision, today: CivilDate): boolean {
  return state === 'registered' && shownUntil !== null && shownUntil < today;
}

/** [ENF-13] From the day the decision was revoked; what is late is recorded as what it is, and said. */
function withdraw(
  one: RegisteredDecision,
  { id, revokedOn, why }: WithdrawDecision,
  scene: Scene,
): Decision<DecisionsChange> | Refusal {
  if (one.state !== 'published') return refuse('ENF-13', WITHDRAWING, '没有公示的不用撤回；已经撤回的请刷新页面。');
  if (!/[^\s\p{C}\p{Z}]/u.test(why))
    return refuse('ENF-13', WITHDRAWING, '请写明撤回的理由，例如“行政复议决定撤销”，理由会公开说明。');
  if (revokedOn < one.decidedOn)
    return refuse('ENF-13', WITHDRAWING, `决定是${inProse(one.decidedOn)}作出的，被撤销的日期不能更早，请核对。`);
  if (revokedOn > scene.today) return refuse('ENF-13', WITHDRAWING, '被撤销、变更的日期不能晚于今天，请核对。');
  const leak = leakOfReason(why, one);
  if (leak) return leak;
  const late = scene.today > withdrawBy(revokedOn, scene.calendar);
  const next = { type: 'withdrawn', id, revokedOn, why: why.trim(), late } as const;
  return decided(next, 'withdrewDecision', one.agencyId, id, next, WITHDRAWING);
}

/** [ENF-17] The reason is told to everybody. */
function leakOfReason(why: string, one: RegisteredDecision): Refusal | undefined {
  const found = leakIn(why);
  if (found) return refuse('ENF-17', PRIVATE, `理由会公开，里面有像${found}的数字，请删去。`);
  return coverNames(why, personsIn(one)) === why
    ? undefined
    : refuse('ENF-17', PRIVATE, '理由会公开，里面有自然人的姓名，请改成“当事人”“负责人”等。');
}

function decided(
  next: DecisionsChange,
  verb: string,
  agencyId: AgencyId,
  subject: string,
  content: unknown,
  basis = PUBLISHING,
): Decision<DecisionsChange> {
  return { next, entry: { verb, subject, agencyId, basis, content } };
}
