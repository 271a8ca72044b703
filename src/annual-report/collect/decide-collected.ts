/** The verbs of a collected report, pure: what each makes of it, or why it is refused. */
import { type Actor, ALLOWED, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { CollectedCommand, CollectedReport } from './collected-report.ts';

/** Who collects and settles; others who may read reports only look. */
export const COLLECTORS: readonly RoleName[] = ['reporter', 'officeHead'];

export function permitCollecting(actor: Actor, agencyId: AgencyId): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, COLLECTORS, agencyId);
}

export function decideCollected(
  loaded: CollectedReport | null,
  command: CollectedCommand,
  scene: Scene,
): Decision<CollectedReport> | Refusal {
  if (command.verb === 'collect') return collect(command, scene);
  if (!loaded) return NOT_FOUND;
  if (command.verb === 'settle') return settle(loaded, command, scene);
  return decided({ ...loaded, removed: true }, 'removed', { name: loaded.name });
}

export const NOT_FOUND = refuse('NO_SUCH_REPORT', art(50), '没有找到这份收集的年报，可能已经移出。请从列表重新进入。');

type Verb<Name extends CollectedCommand['verb']> = Extract<CollectedCommand, { verb: Name }>;

function collect({ agencyId, name, report, source }: Verb<'collect'>, scene: Scene): Decision<CollectedReport> {
  const next: CollectedReport = {
    id: scene.newId(),
    agencyId,
    name,
    report,
    source,
    settled: [],
    addedBy: scene.actor.id,
    addedAt: scene.at,
    removed: false,
  };
  return decided(next, 'collected', report);
}

/** 人工定数 [ANR-40]: only what was undecided; a later settlement of the same cell stands beside the earlier one. */
function settle(
  loaded: CollectedReport,
  { pointer, figure, seen }: Verb<'settle'>,
  scene: Scene,
): Decision<CollectedReport> | Refusal {
  if (seen !== loaded.settled.length)
    return refuse(
      'STALE',
      art(50),
      '你打开这个页面以后，别人定过这份报告里的数。这一格没有保存；请刷新页面，看过再定。',
    );
  if (!loaded.report.undecided.includes(pointer))
    return refuse(
      'NOT_UNDECIDED',
      art(50),
      '这一格读得出，不用人工定数。原文确实印错的，按原文核对，错误会在核对结果里列出。',
    );
  const whole = !pointer.endsWith('/feesWan');
  if (figure !== null && !(figure >= 0 && figure <= 1e12 && (!whole || Number.isInteger(figure))))
    return refuse(
      'NOT_A_COUNT',
      art(50),
      whole
        ? '件数应当是 0 或者正整数，照原文填写；原文空白的，选“原文空白”。'
        : '金额应当是 0 或者正数，以万元填写；原文空白的，选“原文空白”。',
    );
  const settlement = { pointer, figure, by: scene.actor.id, at: scene.at.toISOString() };
  return decided({ ...loaded, settled: [...loaded.settled, settlement] }, 'settled', { pointer, figure });
}

function decided(next: CollectedReport, verb: string, content: unknown): Decision<CollectedReport> {
  return { next, entry: { verb, subject: next.id, agencyId: next.agencyId, basis: art(50), content } };
}
