/** The verbs of a collected report, pure: what each makes of it, or why it is refused. */
import { type Actor, ALLOWED, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import type { Decision, Scene } from '../../perform.ts';
import { isMissing } from '../../requests/decide/particulars.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { checkReport } from '../check/check-report.ts';
import type { Finding } from '../check/finding.ts';
import type { Report } from '../report.ts';
import { type CollectedCommand, type CollectedReport, settledReport } from './collected-report.ts';
import { findingKey, VERDICTS } from './judgement.ts';

/** Who collects and settles; others who may read reports only look. */
export const COLLECTORS: readonly RoleName[] = ['reporter', 'officeHead'];

export function permitCollecting(actor: Actor, agencyId: AgencyId): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, COLLECTORS, agencyId);
}

/** @param previous last year's report of the same agency in the collection, which findings may speak of */
export function decideCollected(
  loaded: CollectedReport | null,
  command: CollectedCommand,
  scene: Scene,
  previous: Report | null = null,
): Decision<CollectedReport> | Refusal {
  if (command.verb === 'collect') return collect(command, scene);
  if (!loaded) return NOT_FOUND;
  if (command.verb === 'settle') return settle(loaded, command, scene);
  if (command.verb === 'judge') return judge(loaded, command, scene, previous);
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
    judged: [],
    addedBy: scene.actor.id,
    addedAt: scene.at,
    removed: false,
  };
  return decided(next, 'collected', report);
}

/** 人工定数 [ANR-40, ANR-73]: only what was undecided; what the source prints wrong is settled as it prints it, when that is said; a later settlement of the same cell stands beside the earlier one. */
function settle(
  loaded: CollectedReport,
  { pointer, figure, misprint = false, seen }: Verb<'settle'>,
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
  const isSound = figure === null || (figure >= 0 && (!whole || Number.isInteger(figure)));
  if (Math.abs(figure ?? 0) > 1e12 || !(isSound || misprint))
    return refuse(
      'NOT_A_COUNT',
      art(50),
      `${whole ? '件数应当是 0 或者正整数' : '金额应当是 0 或者正数，以万元填写'}。原文空白的，选“原文空白”；原文确实印成这样的，选“原文就是这样印的”，核对时列为错误。`,
    );
  const settlement = { pointer, figure, by: scene.actor.id, at: scene.at.toISOString() };
  return decided({ ...loaded, settled: [...loaded.settled, settlement] }, 'settled', { pointer, figure });
}

/** [ANR-51] Only what the check says now; a finding that is no fault is dismissed with a reason. */
function judge(
  loaded: CollectedReport,
  { finding, verdict, why, seen }: Verb<'judge'>,
  scene: Scene,
  previous: Report | null,
): Decision<CollectedReport> | Refusal {
  if (seen !== loaded.judged.length)
    return refuse(
      'STALE',
      art(50),
      '你打开这个页面以后，别人核过这份报告的问题。这一条没有保存；请刷新页面，看过再定。',
    );
  if (!collectedFindings(loaded, previous).some((one) => findingKey(one) === finding))
    return refuse('ANR-51', art(50), '这一条问题已经没有了：报告里的数定过以后，核对结果变了。请刷新页面。');
  if (VERDICTS[verdict].whyAsked && isMissing(why))
    return refuse('ANR-51', art(50), '请写明为什么不是问题，例如口径不同、原文另有说明；理由和结论一起留存。');
  const judgement = { finding, verdict, why: why.trim(), by: scene.actor.id, at: scene.at.toISOString() };
  return decided({ ...loaded, judged: [...loaded.judged, judgement] }, 'judgedFinding', { finding, verdict, why });
}

/** What the report says against itself, and against last year's where that was collected, too. */
export function collectedFindings(
  collected: Pick<CollectedReport, 'report' | 'settled'>,
  previous: Report | null,
): Finding[] {
  return checkReport(settledReport(collected), { kind: 'read', ...(previous ? { previous } : {}) });
}

function decided(next: CollectedReport, verb: string, content: unknown): Decision<CollectedReport> {
  return { next, entry: { verb, subject: next.id, agencyId: next.agencyId, basis: art(50), content } };
}
