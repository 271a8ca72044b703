/**
 * 登记申请 [REQ-1…REQ-4, RCV-5] (《条例》第二十九条、第三十一条). Whatever came in is registered: an application that lacks something is
 * corrected, never turned away. Only the online form, which can ask at once, insists on what Article 29 lists.
 */
import { art } from '../../statute/articles.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { CHANNELS, type ChannelName, receiptDate } from '../../statute/receipt.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { ApplicantKindName } from '../applicant-kinds.ts';
import { checkApplication, numbersWrong } from '../application.ts';
import { isInPerson, needsConfirmation, receiptFrom } from '../channels.ts';
import type { NewFact } from '../facts.ts';
import type { FormWantedName } from '../forms-wanted.ts';
import type { Applicant, InfoRequest } from '../info-request.ts';
import { RECEIPT_RECORDS, type ReceiptRecords, recordsAsked } from '../receipt-records.ts';
import { unexplainedDelay } from './late-confirmation.ts';
import type { OpeningScene } from './opening.ts';
import { isMissing } from './particulars.ts';

export interface Register {
  readonly verb: 'register';
  readonly agencyId: string;
  /** The day it came in, by the rule of the channel. */
  readonly on: CivilDate;
  /** 双方确认之日, for channels that need one and when it is known already. */
  readonly confirmedOn?: CivilDate;
  /** Why the confirmation took long [REQ-4]. */
  readonly why?: string;
  /** 收件记录 [RCV-5] of the channel. */
  readonly records?: ReceiptRecords;
  readonly channel: ChannelName;
  readonly applicantKind: ApplicantKindName;
  readonly applicant: Applicant;
  readonly wanted: string;
  readonly formWanted: FormWantedName;
  /** Digest of the code the applicant gets; the code itself never comes here. */
  readonly codeDigest: string;
}

/** What a file starts with. */
export interface Opening {
  readonly facts: readonly NewFact[];
  readonly request: Pick<InfoRequest, 'arrivedOn' | 'receivedOn' | 'state' | 'number'>;
  readonly trace: string;
  readonly basis: string;
}

export function register(command: Register, { today, actor, calendar, nextNumber }: OpeningScene): Opening | Refusal {
  const { on, channel, confirmedOn, why = '' } = command;
  const asked =
    actor.kind === 'public' ? checkApplication(command) : isInPerson(channel) ? numbersWrong(command.applicant) : [];
  const missing = asked[0];
  if (missing) return refuse(missing.code, missing.basis, `${missing.says}${missing.advice}`);
  if (actor.kind === 'public' && on !== today)
    return refuse('REQ-3', art(31), '网上提交的申请以提交当日为收到之日，请重新提交。');
  if (isMissing(command.applicant.name) || isMissing(command.wanted))
    return refuse(
      'REQ-2',
      art(29, { paragraph: 2 }),
      '请填写申请人的姓名或者名称、所需信息的描述；来件没有写明的，照实写“未写明”，登记后再要求补正。',
    );
  if (confirmedOn !== undefined && (confirmedOn < on || confirmedOn > today))
    return refuse('REQ-3', art(31), '双方确认之日应当在到达以后、今天以前，请核对。');
  const receivedOn = receiptDate(receiptFrom(channel, on, confirmedOn));
  const unexplained = receivedOn && unexplainedDelay(on, receivedOn, why, calendar);
  if (unexplained) return unexplained;
  const kept = recordsKept(command);
  if (isRefusal(kept)) return kept;
  const facts: NewFact[] = needsConfirmation(channel) ? [{ type: 'arrived', on, ...kept }] : [];
  if (receivedOn !== null)
    facts.push({
      type: 'received',
      on: receivedOn,
      ...(isMissing(why) ? {} : { why: why.trim() }),
      ...(facts.length === 0 ? kept : {}),
    });
  return {
    facts,
    request: { arrivedOn: on, receivedOn, state: receivedOn === null ? 'submitted' : 'inProcess', number: nextNumber },
    trace: 'registered',
    basis: CHANNELS[channel].basis,
  };
}

function recordsKept({ channel, records = {} }: Register): { readonly records?: ReceiptRecords } | Refusal {
  const asked = recordsAsked(channel);
  const missing = asked.filter((name) => isMissing(records[name] ?? ''));
  if (missing.length > 0)
    return refuse(
      'RCV-5',
      CHANNELS[channel].basis,
      `请填写${missing.map((name) => `${RECEIPT_RECORDS[name].term}（${RECEIPT_RECORDS[name].hint}）`).join('；')}。`,
    );
  if (asked.length === 0) return {};
  return { records: Object.fromEntries(asked.map((name) => [name, records[name]!.trim()])) };
}
