/** 案件的每一步: what is recorded of a case that is there, as the fact it adds and what it leaves behind. The instance already allows it. */
import { type CivilDate, inProse, parseCivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { CONCLUSIONS, conclusionOf } from './conclusions.ts';
import { LONGEST_PROLONGATION } from './periods.ts';
import { REMEDY_BASIS as BASIS, REMEDY_VERBS } from './permissions.ts';
import {
  PROCEDURES,
  REMEDY_KINDS,
  type RecordAnswer,
  type RecordNextInstance,
  type RecordNotice,
  type RecordProlongation,
  type RecordResult,
  type Remedy,
  type RemedyFile,
  type RemedyStep,
  type TellBody,
} from './remedy.ts';
import { factIn, instancesOf, type NewRemedyFact } from './remedy-facts.ts';

export interface Change {
  readonly fact: NewRemedyFact;
  readonly set?: Partial<Pick<Remedy, 'stage' | 'closedOn' | 'conclusion' | 'result'>>;
}

/** @param redoneOn the day a new reply on the application went out while the case was heard; null when none has */
export function recordStep(remedy: RemedyFile, command: RemedyStep, redoneOn: CivilDate | null): Change | Refusal {
  switch (command.verb) {
    case 'recordNotice':
      return recordNotice(remedy, command);
    case 'recordAnswer':
      return recordAnswer(remedy, command);
    case 'recordProlongation':
      return recordProlongation(remedy, command);
    case 'tellBody':
      return tellBody(command, redoneOn);
    case 'recordResult':
      return recordResult(remedy, command);
    case 'recordNextInstance':
      return recordNextInstance(remedy, command);
  }
}

function recordNotice({ filedOn }: RemedyFile, { on, procedure }: RecordNotice): Change | Refusal {
  const { basis } = REMEDY_VERBS.recordNotice;
  if (!Object.hasOwn(PROCEDURES, procedure))
    return refuse('REM-11', basis, '请选择适用简易程序还是普通程序，通知书上有写明；期限随程序不同。');
  if (on < filedOn) return refuse('REM-4', basis, `案件是${inProse(filedOn)}受理的，收到通知的日期不能更早，请核对。`);
  return { fact: { type: 'noticed', on, procedure } };
}

/** [REM-10] A late answer is recorded as what it is: what follows from it is for who hears the case to decide. */
function recordAnswer(remedy: RemedyFile, { on, evidence }: RecordAnswer): Change | Refusal {
  const { basis } = REMEDY_VERBS.recordAnswer;
  const noticed = factIn(instancesOf(remedy.facts).at(-1)!, 'noticed')!;
  if (on < noticed.on)
    return refuse('REM-4', basis, `通知是${inProse(noticed.on)}收到的，提交答复的日期不能更早，请核对。`);
  if (evidence.trim() === '')
    return refuse('REM-11', basis, '请写明怎样提交、有什么凭证，例如签收回执、邮政收寄凭证；是否按期以它为准。');
  return { fact: { type: 'answered', on, evidence: evidence.trim() } };
}

function recordProlongation({ filedOn }: RemedyFile, { on, days }: RecordProlongation): Change | Refusal {
  const { basis } = REMEDY_VERBS.recordProlongation;
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_PROLONGATION)
    return refuse('REM-12', basis, `延长的期限是1至${LONGEST_PROLONGATION}日的整数，请按延长通知书填写。`);
  if (on < filedOn) return refuse('REM-4', basis, `案件是${inProse(filedOn)}受理的，延长通知的日期不能更早，请核对。`);
  return { fact: { type: 'prolonged', on, days } };
}

function tellBody({ on, evidence }: TellBody, redoneOn: CivilDate | null): Change | Refusal {
  const { basis } = REMEDY_VERBS.tellBody;
  if (redoneOn !== null && on < redoneOn)
    return refuse('REM-16', basis, `新的答复是${inProse(redoneOn)}送出的，告知的日期不能更早，请核对。`);
  if (evidence.trim() === '') return refuse('REM-16', basis, '请写明怎样告知、有什么凭证，附上新的答复。');
  return { fact: { type: 'bodyTold', on, evidence: evidence.trim() } };
}

function recordResult(remedy: RemedyFile, command: RecordResult): Change | Refusal {
  const { conclusion, closedOn, receivedOn, orders = false, replyBy } = command;
  const entry = Object.hasOwn(CONCLUSIONS, conclusion) ? conclusionOf(conclusion) : undefined;
  if (!entry || (entry.of === 'review') !== (remedy.kind === 'review'))
    return refuse('REM-3', BASIS, `请选择${REMEDY_KINDS[remedy.kind].term}的结论。`);
  const from = instancesOf(remedy.facts).at(-1)!.facts[0]!.on;
  if (closedOn < from) return refuse('REM-4', BASIS, `案件是${inProse(from)}受理的，审结的日期不能更早，请核对。`);
  const wrong = wrongOrder(command, orders && !entry.mayOrder, entry.term);
  if (wrong) return wrong;
  return {
    fact: {
      type: 'concluded',
      on: closedOn,
      conclusion,
      receivedOn: receivedOn ?? null,
      orders,
      replyBy: (orders && replyBy) || null,
    },
    set: { closedOn, conclusion, result: entry.result },
  };
}

/** [REM-14] What the document orders must be there to be counted from. */
function wrongOrder(
  { closedOn, receivedOn, orders = false, replyBy }: RecordResult,
  misplaced: boolean,
  term: string,
): Refusal | undefined {
  const no = (says: string) => refuse('REM-14', BASIS, says);
  if (receivedOn !== undefined && receivedOn < closedOn)
    return no('收到决定书、裁判文书的日期不能早于作出的日期，请核对。');
  if (misplaced) return no(`“${term}”不会责令重新答复，请核对结论，或者把“责令重新答复”改为没有。`);
  if (orders && receivedOn === undefined)
    return no('责令重新答复的，期限自收到决定书、裁判文书起算，请填写收到的日期。');
  if (replyBy === undefined) return undefined;
  if (!orders) return no('没有责令重新答复的，不用填写重新答复的最后一日。');
  if (parseCivilDate(replyBy) === undefined || replyBy < closedOn)
    return no('决定书、判决书所定的重新答复的最后一日不存在，或者早于作出的日期，请核对。');
  return undefined;
}

function recordNextInstance(remedy: RemedyFile, { stage, on }: RecordNextInstance): Change | Refusal {
  if (remedy.stage === stage) return refuse('REM-3', BASIS, '这个案件已经到了这一审级，请核对。');
  if (remedy.closedOn !== null && on < remedy.closedOn)
    return refuse('REM-4', BASIS, `原审级是${inProse(remedy.closedOn)}审结的，上诉或者再审的日期不能更早，请核对。`);
  return { fact: { type: 'advanced', on, stage }, set: { stage, closedOn: null, conclusion: null, result: null } };
}
