/** 登记复议、诉讼 [REM-1…REM-4, REM-11…REM-13] (《条例》第五十条第一款第（三）项). */
import type { Decision, Scene } from '../../perform.ts';
import { type CivilDate, inProse, parseCivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { InfoRequest } from '../info-request.ts';
import { type Change, recordStep } from './decide-step.ts';
import { REMEDY_BASIS as BASIS, REMEDY_VERBS, stageForbids } from './permissions.ts';
import { REMEDY_KINDS, type RecordRemedy, type Remedy, type RemedyCommand, type RemedyFile } from './remedy.ts';
import type { NewRemedyFact, RemedyFact } from './remedy-facts.ts';

/** What the store found: the application and the cases about it, or the case. `redoneOn`: the day its new reply went out, if one has. */
export type RemedyLoaded =
  | { readonly remedy: null; readonly request: InfoRequest | null; readonly others: readonly Remedy[] }
  | { readonly remedy: RemedyFile; readonly redoneOn: CivilDate | null };

export function decide(loaded: RemedyLoaded, command: RemedyCommand, scene: Scene): Decision<RemedyFile> | Refusal {
  const days = daysOf(command);
  if (days.some((day) => parseCivilDate(day) === undefined))
    return refuse('REM-4', BASIS, '日期不存在或者格式不对，请按“2026-02-24”的格式填写。');
  if (days.some((day) => day > scene.today)) return refuse('REM-4', BASIS, '不能登记还没有发生的事，日期最晚为今天。');
  const next = decided(loaded, command, scene);
  if (isRefusal(next)) return next;
  const entry = { verb: TRACES[command.verb], subject: next.id, agencyId: next.agencyId, content: next };
  return { next, entry: { ...entry, basis: REMEDY_VERBS[command.verb].basis } };
}

const TRACES = {
  recordRemedy: 'recordedRemedy',
  recordNotice: 'recordedNotice',
  recordAnswer: 'recordedAnswer',
  recordProlongation: 'recordedProlongation',
  tellBody: 'toldBody',
  recordResult: 'recordedResult',
  recordNextInstance: 'recordedNextInstance',
} as const satisfies Record<RemedyCommand['verb'], string>;

function decided(loaded: RemedyLoaded, command: RemedyCommand, scene: Scene): RemedyFile | Refusal {
  if (command.verb === 'recordRemedy') {
    if (loaded.remedy !== null) throw new Error('a new case needs no case');
    const opened = recordRemedy(loaded, command, scene.newId());
    if (isRefusal(opened)) return opened;
    return withFact({ ...opened, facts: [] }, { type: 'accepted', on: opened.filedOn, stage: opened.stage }, scene);
  }
  if (loaded.remedy === null) throw new Error(`${command.verb} needs a case`);
  const { remedy, redoneOn } = loaded;
  const forbidden = stageForbids(command.verb, remedy, redoneOn);
  if (forbidden) return forbidden;
  const change: Change | Refusal = recordStep(remedy, command, redoneOn);
  return isRefusal(change) ? change : withFact({ ...remedy, ...change.set }, change.fact, scene);
}

function withFact(remedy: RemedyFile, fact: NewRemedyFact, { at, actor }: Scene): RemedyFile {
  const recorded: RemedyFact = {
    ...fact,
    n: remedy.facts.length + 1,
    recordedAt: at.toISOString(),
    by: actor.id,
  };
  return { ...remedy, facts: [...remedy.facts, recorded] };
}

function recordRemedy(
  { request, others }: Extract<RemedyLoaded, { remedy: null }>,
  { agencyId, requestId, kind, caseNumber, body, filedOn }: RecordRemedy,
  id: string,
): Remedy | Refusal {
  if (!Object.hasOwn(REMEDY_KINDS, kind))
    return refuse('REM-1', BASIS, '请选择是行政复议、未经复议直接起诉，还是复议后起诉。');
  if (caseNumber.trim() === '' || body.trim() === '')
    return refuse('REM-1', BASIS, `请填写案号和${REMEDY_KINDS[kind].body}的名称。`);
  if (requestId !== null && request === null) return refuse('REM-1', BASIS, '没有这件申请，请重新选择。');
  if (request && filedOn < request.arrivedOn)
    return refuse('REM-4', BASIS, `申请是${inProse(request.arrivedOn)}到达的，受理或者立案的日期不能更早，请核对。`);
  const reviewed = others.some((other) => other.kind === 'review' && other.filedOn <= filedOn);
  if (request && kind === 'postReviewLitigation' && !reviewed)
    return refuse('REM-2', BASIS, '这件申请没有登记过行政复议。请先登记复议案件，或者选择“未经复议直接起诉”。');
  if (kind === 'directLitigation' && others.some((other) => other.kind === 'review' && isClosedBy(other, filedOn)))
    return refuse('REM-2', BASIS, '起诉前复议机关已经作出决定，请选择“复议后起诉”。');
  return {
    id,
    agencyId,
    requestId,
    kind,
    caseNumber: caseNumber.trim(),
    body: body.trim(),
    stage: kind === 'review' ? 'review' : 'firstInstance',
    filedOn,
    closedOn: null,
    conclusion: null,
    result: null,
  };
}

function isClosedBy({ closedOn }: Remedy, on: CivilDate): boolean {
  return closedOn !== null && closedOn <= on;
}

/** Days on which something happened, as the command tells them; a day for the new reply may lie ahead. */
function daysOf(command: RemedyCommand): CivilDate[] {
  if (command.verb === 'recordRemedy') return [command.filedOn];
  if (command.verb !== 'recordResult') return [command.on];
  return command.receivedOn === undefined ? [command.closedOn] : [command.closedOn, command.receivedOn];
}
