/** The verbs of a report, pure: what each makes of it, or why it is refused. */
import { holds } from '../people/actor.ts';
import type { Decision, Scene } from '../perform.ts';
import { art } from '../statute/articles.ts';
import { type CivilDate, civilFromParts } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { AnnualReport, ReportCommand } from './annual-report.ts';
import { resolveText, unknownChips } from './live-figures.ts';
import type { Report, ReportFigures } from './report.ts';
import { suggestNarrative } from './suggest-narrative.ts';
import type { YearRecords } from './year-records.ts';

/** The year as its records stand, and put into the form. */
export interface CompiledYear {
  readonly records: YearRecords;
  readonly figures: ReportFigures;
  /** 监督保障情况, as it was recorded; empty where nothing was. */
  readonly oversight?: string;
}

/** What the store finds: the version spoken of, and for the verbs that ask for it the year and what contradicts itself. */
export interface LoadedReport {
  readonly report: AnnualReport | null;
  readonly year: CompiledYear | null;
  /** Findings of severity error in the report as it stands. */
  readonly errors: readonly { readonly code: string; readonly says: string; readonly advice: string }[];
}

type Verb<Name extends ReportCommand['verb']> = Extract<ReportCommand, { verb: Name }>;

export function decide(loaded: LoadedReport, command: ReportCommand, scene: Scene): Decision<AnnualReport> | Refusal {
  if (command.verb === 'open') return open(loaded, command, scene);
  const report = loaded.report;
  if (!report) return refuse('NOT_FOUND', art(49), '没有找到这份报告，请从报告列表重新进入。');
  if (command.verb === 'write') return write(report, command);
  if (command.verb === 'freeze') return freeze(report, loaded, command, scene);
  if (command.verb === 'reopen') return reopen(report, command);
  if (command.verb === 'publish') return publish(report, loaded, scene);
  if (command.verb === 'letPass') return letPass(report, loaded, command, scene);
  return correct(report, command, scene);
}

function open({ year }: LoadedReport, command: Verb<'open'>, scene: Scene): Decision<AnnualReport> | Refusal {
  const refusal = refuseYear(command.year, scene.today);
  if (refusal) return refusal;
  const next: AnnualReport = {
    id: scene.newId(),
    agencyId: command.agencyId,
    year: command.year,
    version: 1,
    state: 'draft',
    narrative: suggestNarrative(command.year, year!.records, year!.oversight),
    frozen: null,
    frozenBy: null,
    frozenAt: null,
    waiver: null,
    passed: null,
    publishedBy: null,
    publishedAt: null,
    correction: null,
  };
  return decided(next, 'opened', { year: next.year });
}

function write(report: AnnualReport, { narrative }: Verb<'write'>): Decision<AnnualReport> | Refusal {
  const unknown = narrative.flatMap((section) => unknownChips(section.text));
  if (unknown.length > 0)
    return refuse('UNKNOWN_FIGURE', art(50), `正文引用了不存在的数据项“${unknown.join('”“')}”，请从数据项列表中选取。`);
  return decided({ ...report, narrative }, 'wrote', narrative);
}

/** Years that have a form: from the trial format of 2019 to the one that is running. */
export function refuseYear(year: number, today: CivilDate): Refusal | undefined {
  if (year >= 2019 && civilFromParts(year, 1, 1) <= today) return undefined;
  return refuse('YEAR_OUT_OF_RANGE', art(49), `不能编制 ${year} 年的报告：年度应在 2019 年到今年之间。`);
}

function freeze(
  report: AnnualReport,
  { year, errors }: LoadedReport,
  { waiver }: Verb<'freeze'>,
  scene: Scene,
): Decision<AnnualReport> | Refusal {
  const reason = waiver?.trim();
  const refusal = refuseFreeze(report, errors, reason, scene);
  if (refusal) return refusal;
  const frozen = asOfNow(report, year!);
  const next: AnnualReport = {
    ...report,
    state: 'frozen',
    frozen,
    frozenBy: scene.actor.id,
    frozenAt: scene.at,
    waiver: errors.length > 0 ? reason! : null,
    passed: errors.length > 0 ? { by: scene.actor.id, errors: errors.map(told) } : null,
  };
  const passed = next.passed && { passed: next.passed.errors };
  return decided(next, 'froze', { frozen, waiver: next.waiver, ...passed });
}

/** 定稿 [ANR-4]: errors stop it; the office head may let it pass with a reason that is kept. The year must be over. */
export function refuseFreeze(
  report: Pick<AnnualReport, 'year' | 'agencyId'>,
  errors: LoadedReport['errors'],
  reason: string | undefined,
  { actor, today }: Pick<Scene, 'actor' | 'today'>,
): Refusal | undefined {
  const yearEnd: CivilDate = civilFromParts(report.year, 12, 31);
  if (today <= yearEnd)
    return refuse('YEAR_NOT_OVER', art(49), `${report.year} 年还没有结束，${yearEnd} 以后才能定稿。`);
  if (errors.length > 0 && !reason)
    return refuse(
      'ANR-4',
      art(50),
      `还有 ${errors.length} 处错误，不能定稿。第一处：${errors[0]!.says}${errors[0]!.advice}`,
    );
  if (errors.length > 0 && !holds(actor, 'officeHead', report.agencyId))
    return refuse('ANR-4', art(50), '带着错误定稿须由公开工作机构负责人写明理由后放行。');
  return undefined;
}

function reopen(report: AnnualReport, { reason }: Verb<'reopen'>): Decision<AnnualReport> | Refusal {
  if (!reason.trim()) return refuse('REASON_MISSING', art(49), '请写明退回修改的理由，编制人才知道改什么。');
  const next: AnnualReport = {
    ...report,
    state: 'draft',
    ...{ frozen: null, frozenBy: null, frozenAt: null, waiver: null, passed: null },
  };
  return decided(next, 'reopened', { reason });
}

function publish(report: AnnualReport, { errors }: LoadedReport, scene: Scene): Decision<AnnualReport> | Refusal {
  const refusal = refusePublish(report, errors);
  if (refusal) return refusal;
  const next: AnnualReport = { ...report, state: 'published', publishedBy: scene.actor.id, publishedAt: scene.at };
  return decided(next, 'published', report.frozen);
}

/**
 * 签发公布 [ANR-71]. 《条例》第六条第一款: 及时、准确地公开政府信息。 Records, last year's report and those below go on after the figures were
 * frozen: what has come to contradict them since stops the publication, unless the head lets it pass as he may at freezing.
 */
export function refusePublish(
  report: Pick<AnnualReport, 'passed'>,
  errors: LoadedReport['errors'],
): Refusal | undefined {
  const since = notYetPassed(report, errors);
  if (since.length === 0) return undefined;
  return refuse(
    'ANR-71',
    art(6),
    `定稿以后又出现 ${since.length} 处错误，不能公布。第一处：${since[0]!.says}` +
      '请退回修改，按现在的记录重新定稿；定稿的数没有错的，由公开工作机构负责人写明理由放行。',
  );
}

export function notYetPassed(
  { passed }: Pick<AnnualReport, 'passed'>,
  errors: LoadedReport['errors'],
): LoadedReport['errors'] {
  return errors.filter(({ code, says }) => !passed?.errors.some((one) => one.code === code && one.says === says));
}

function letPass(
  report: AnnualReport,
  { errors }: LoadedReport,
  { reason }: Verb<'letPass'>,
  scene: Scene,
): Decision<AnnualReport> | Refusal {
  const refusal = refuseLetPass(report, errors);
  if (refusal) return refusal;
  if (!reason.trim()) return refuse('REASON_MISSING', art(6), '请写明放行的理由：为什么定稿的数仍然是对的。');
  const since = notYetPassed(report, errors).map(told);
  const next: AnnualReport = {
    ...report,
    waiver: [report.waiver, reason.trim()].filter((one) => one !== null).join('；'),
    passed: { by: scene.actor.id, errors: [...(report.passed?.errors ?? []), ...since] },
  };
  return decided(next, 'passedErrors', { reason: reason.trim(), passed: since });
}

export function refuseLetPass(
  report: Pick<AnnualReport, 'passed'>,
  errors: LoadedReport['errors'],
): Refusal | undefined {
  if (notYetPassed(report, errors).length > 0) return undefined;
  return refuse('NOTHING_TO_PASS', art(6), '定稿以后没有出现新的错误，不用放行，可以签发公布。');
}

function told({ code, says }: LoadedReport['errors'][number]) {
  return { code, says };
}

function correct(report: AnnualReport, { note }: Verb<'correct'>, scene: Scene): Decision<AnnualReport> | Refusal {
  if (!note.trim()) return refuse('NOTE_MISSING', art(6), '请写明更正了什么、为什么更正；更正说明会和新版本一起公布。');
  const next: AnnualReport = {
    ...report,
    id: scene.newId(),
    version: report.version + 1,
    state: 'draft',
    frozen: null,
    frozenBy: null,
    frozenAt: null,
    waiver: null,
    passed: null,
    publishedBy: null,
    publishedAt: null,
    correction: note.trim(),
  };
  return decided(next, 'openedCorrection', { of: report.id, note });
}

/** The report with the figures of the moment in its tables and in its text. */
export function asOfNow({ narrative }: AnnualReport, { records, figures }: CompiledYear): Report {
  const resolved = narrative.map(({ heading, text }) => ({ heading, text: resolveText(text, records, figures) }));
  return { ...figures, narrative: resolved, undecided: [] };
}

function decided(next: AnnualReport, verb: string, content: unknown): Decision<AnnualReport> {
  return { next, entry: { verb, subject: next.id, agencyId: next.agencyId, basis: art(49), content } };
}
