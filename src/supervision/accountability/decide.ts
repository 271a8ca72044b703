/** 监督保障的登记 [SUP-68…SUP-71]: recorded, withdrawn, a complaint received and answered. Pure. */
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import {
  COMPLAINT_GROUNDS,
  COMPLAINT_VERDICTS,
  type ComplaintGround,
  type ComplaintMeasure,
  type ComplaintVerdict,
  type DisclosureComplaint,
  OVERSIGHT_KINDS,
  type OversightKind,
  type OversightRecord,
} from './oversight.ts';

export type RecordCommand =
  | {
      readonly verb: 'record';
      readonly agencyId: AgencyId;
      readonly aboutId: AgencyId;
      readonly kind: OversightKind;
      readonly on: CivilDate;
      readonly title: string;
      readonly result: string;
    }
  | { readonly verb: 'withdraw'; readonly recordId: string; readonly because: string };

export type ComplaintCommand =
  | {
      readonly verb: 'receive';
      readonly agencyId: AgencyId;
      readonly aboutId: AgencyId;
      readonly ground: ComplaintGround;
      readonly receivedOn: CivilDate;
      readonly says: string;
    }
  | {
      readonly verb: 'answerComplaint';
      readonly complaintId: string;
      readonly verdict: ComplaintVerdict;
      readonly measure: ComplaintMeasure;
      readonly answer: string;
    };

/** 答复期限 [SUP-70]: 第四十七条、第五十一条 name none; by 口径 `complaintWorkdays`, from the day after receipt. */
export function complaintDue(
  { receivedOn }: Pick<DisclosureComplaint, 'receivedOn'>,
  calendar: WorkCalendar,
): CivilDate {
  return addWorkdays(receivedOn, calendar.settings.complaintWorkdays, calendar);
}

/** @param aboutKnown whether the agency it is about stands below the one that records */
export function decideRecord(
  { record, aboutKnown }: { readonly record: OversightRecord | null; readonly aboutKnown: boolean },
  command: RecordCommand,
  { actor, today, newId }: Scene,
): Decision<OversightRecord> | Refusal {
  if (command.verb === 'withdraw') return withdraw(record!, command.because.trim());
  const { agencyId, aboutId, kind, on } = command;
  const { basis, term } = OVERSIGHT_KINDS[kind];
  const [title, result] = [command.title.trim(), command.result.trim()];
  if (!aboutKnown) return NOT_BELOW;
  if (on > today) return refuse('IN_THE_FUTURE', basis, '还没有发生的不能登记，请改日期。');
  if (title === '') return refuse('TITLE_MISSING', basis, `请写明是什么${term}，例如“2026年度政务公开考核”。`);
  if (result === '') return refuse('RESULT_MISSING', basis, '请写明结果；年度报告要写结果，没有发生的也要写明没有。');
  const next = {
    ...{ id: newId(), agencyId, kind, aboutId, on, title, result },
    ...{ recordedBy: actor.id, withdrawnBecause: null },
  };
  return { next, entry: { verb: 'oversightRecorded', subject: next.id, agencyId, basis, content: next } };
}

function withdraw(record: OversightRecord, because: string): Decision<OversightRecord> | Refusal {
  const { basis } = OVERSIGHT_KINDS[record.kind];
  if (record.withdrawnBecause !== null) return refuse('WITHDRAWN', basis, '这条记录已经撤回，不用再撤。');
  if (because === '') return refuse('REASON_MISSING', basis, '请写明为什么撤回；撤回的记录仍然留着。');
  const next = { ...record, withdrawnBecause: because };
  const { id: subject, agencyId } = record;
  return { next, entry: { verb: 'oversightWithdrawn', subject, agencyId, basis, content: { because } } };
}

export interface LoadedComplaint {
  readonly complaint: DisclosureComplaint | null;
  readonly aboutKnown: boolean;
  /** Complaints of the year there are already. */
  readonly numbered: number;
}

export function decideComplaint(
  { complaint, aboutKnown, numbered }: LoadedComplaint,
  command: ComplaintCommand,
  scene: Scene,
): Decision<DisclosureComplaint> | Refusal {
  if (command.verb === 'answerComplaint') return answer(complaint!, command, scene);
  const { agencyId, aboutId, ground, receivedOn } = command;
  const { basis } = COMPLAINT_GROUNDS[ground];
  const says = command.says.trim();
  if (!aboutKnown) return NOT_BELOW;
  if (receivedOn > scene.today) return refuse('IN_THE_FUTURE', basis, '收到的日期在今天以后，请改正。');
  if (says === '') return refuse('SAYS_MISSING', basis, '请写明投诉的事情。投诉人的姓名和联系方式不要写在这里。');
  const number = `公开投诉〔${receivedOn.slice(0, 4)}〕${numbered + 1}号`;
  const next: DisclosureComplaint = {
    ...{ id: scene.newId(), number, agencyId, aboutId, ground, receivedOn, says },
    ...{ verdict: null, measure: null, answer: '', answeredOn: null, recordedBy: scene.actor.id, answeredBy: null },
  };
  const content = { number, aboutId, ground, receivedOn, says };
  return { next, entry: { verb: 'complaintReceived', subject: next.id, agencyId, basis, content } };
}

/** 答复 [SUP-71]: what is found true is urged or criticised, no less (第四十七条第二款). */
function answer(
  complaint: DisclosureComplaint,
  { verdict, measure, answer: text }: Extract<ComplaintCommand, { verb: 'answerComplaint' }>,
  { actor, today }: Scene,
): Decision<DisclosureComplaint> | Refusal {
  const { basis } = COMPLAINT_GROUNDS[complaint.ground];
  if (complaint.answeredOn !== null) return refuse('ALREADY_ANSWERED', basis, '这件投诉已经答复，不能再改。');
  const { found } = COMPLAINT_VERDICTS[verdict];
  if (found && measure === 'none')
    return refuse(
      'MEASURE_MISSING',
      '《条例》第四十七条第二款',
      '查证属实的，应当督促整改或者通报批评，请选择怎样处理。',
    );
  if (!found && measure !== 'none') return refuse('MEASURE_WRONG', basis, '没有查实的，不能处理，请改结论或者处理。');
  const said = text.trim();
  if (said === '') return refuse('ANSWER_MISSING', basis, '请写明查明的情况和答复的内容。');
  const change = { verdict, measure, answer: said, answeredOn: today, answeredBy: actor.id };
  const { id: subject, agencyId } = complaint;
  return {
    next: { ...complaint, ...change },
    entry: { verb: 'complaintAnswered', subject, agencyId, basis, content: { verdict, measure, said } },
  };
}

const NOT_BELOW = refuse(
  'NOT_BELOW',
  '《条例》第三条',
  '只能登记本机关和下级机关的，请另选机关；别的机关的，请移送它的主管部门。',
);
