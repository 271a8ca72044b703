/** 登记复议、诉讼 [REM-1…REM-4] (《条例》第五十条第一款第（三）项). */
import type { Decision, Scene } from '../../perform.ts';
import { type CivilDate, inProse, parseCivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { InfoRequest } from '../info-request.ts';
import { CONCLUSIONS } from './conclusions.ts';
import { REMEDY_BASIS as BASIS, stageForbids } from './permissions.ts';
import {
  REMEDY_KINDS,
  type RecordNextInstance,
  type RecordRemedy,
  type RecordResult,
  type Remedy,
  type RemedyCommand,
} from './remedy.ts';

/** What the store found: the application and the cases about it, or the case. */
export type RemedyLoaded =
  | { readonly remedy: null; readonly request: InfoRequest | null; readonly others: readonly Remedy[] }
  | { readonly remedy: Remedy };

export function decide(loaded: RemedyLoaded, command: RemedyCommand, scene: Scene): Decision<Remedy> | Refusal {
  const day = dayOf(command);
  if (parseCivilDate(day) === undefined)
    return refuse('REM-4', BASIS, '日期不存在或者格式不对，请按“2026-02-24”的格式填写。');
  if (day > scene.today) return refuse('REM-4', BASIS, '不能登记还没有发生的事，日期最晚为今天。');
  const next = decided(loaded, command, scene);
  return 'refused' in next
    ? next
    : {
        next,
        entry: { verb: TRACES[command.verb], subject: next.id, agencyId: next.agencyId, basis: BASIS, content: next },
      };
}

const TRACES = {
  recordRemedy: 'recordedRemedy',
  recordResult: 'recordedResult',
  recordNextInstance: 'recordedNextInstance',
} as const;

function decided(loaded: RemedyLoaded, command: RemedyCommand, scene: Scene): Remedy | Refusal {
  if (command.verb === 'recordRemedy') {
    if (loaded.remedy !== null) throw new Error('a new case needs no case');
    return recordRemedy(loaded, command, scene.newId());
  }
  if (loaded.remedy === null) throw new Error(`${command.verb} needs a case`);
  return command.verb === 'recordResult'
    ? recordResult(loaded.remedy, command)
    : recordNextInstance(loaded.remedy, command);
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

function recordResult(remedy: Remedy, { conclusion, closedOn }: RecordResult): Remedy | Refusal {
  const forbidden = stageForbids('recordResult', remedy);
  if (forbidden) return forbidden;
  const entry = Object.hasOwn(CONCLUSIONS, conclusion) ? CONCLUSIONS[conclusion] : undefined;
  if (!entry || (entry.of === 'review') !== (remedy.kind === 'review'))
    return refuse('REM-3', BASIS, `请选择${REMEDY_KINDS[remedy.kind].term}的结论。`);
  if (closedOn < remedy.filedOn)
    return refuse('REM-4', BASIS, `案件是${inProse(remedy.filedOn)}受理的，审结的日期不能更早，请核对。`);
  return { ...remedy, closedOn, conclusion, result: entry.result };
}

function recordNextInstance(remedy: Remedy, { stage, on }: RecordNextInstance): Remedy | Refusal {
  const forbidden = stageForbids('recordNextInstance', remedy);
  if (forbidden) return forbidden;
  if (remedy.stage === stage) return refuse('REM-3', BASIS, '这个案件已经到了这一审级，请核对。');
  if (remedy.closedOn !== null && on < remedy.closedOn)
    return refuse('REM-4', BASIS, `原审级是${inProse(remedy.closedOn)}审结的，上诉或者再审的日期不能更早，请核对。`);
  return { ...remedy, stage, closedOn: null, conclusion: null, result: null };
}

function dayOf(command: RemedyCommand): CivilDate {
  if (command.verb === 'recordRemedy') return command.filedOn;
  return command.verb === 'recordResult' ? command.closedOn : command.on;
}
