/**
 * 收到补正 (《条例》第三十条): 答复期限自收到补正的申请之日起计算. The first correction counts; later ones are letters in the file (CLK-8). One that came
 * within the period and is written down only after the application was taken for given up brings it back [REQ-94].
 */
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { sideClockOf } from '../deadlines.ts';
import { lastOf } from '../facts.ts';
import type { RequestFile } from '../info-request.ts';
import { restingState } from '../standing.ts';
import { isMissing } from './particulars.ts';
import { NOT_CLOSED, refuseRevival } from './revival.ts';
import type { FileAct, Verb } from './verb.ts';

export interface ReceiveCorrection extends FileAct {
  readonly verb: 'receiveCorrection';
  /** 补正的内容. */
  readonly what: string;
  /** 正当理由, when it came after the period; otherwise empty. */
  readonly why: string;
}

export const receiveCorrection: Verb<ReceiveCorrection> = {
  term: '登记收到补正',
  basis: art(30),
  causes:
    '自收到补正之日重新计算20个工作日。已经记为视为放弃、而补正在期限以内收到的，恢复办理，请告知申请人此前的告知书不再有效。',
  trace: 'receivedCorrection',
  roles: ['handler', 'officeHead'],
  byApplicant: true,
  from: ['correctionPending', 'abandoned'],
  lastDay: (file, today, calendar) => sideClockOf(file, 'correction-period', today, calendar)?.due,
  may(file, on, calendar, actor) {
    if (actor.kind === 'public') return refuseOnline(file, on, calendar);
    return file.request.state === 'abandoned' ? refuseRevival(file, 'correction-period', on, calendar) : undefined;
  },
  act(file, { on, what, why }, { calendar }) {
    const { facts } = file;
    const asked = lastOf(facts, 'correctionAsked')!;
    if (on < asked.on)
      return refuse('REQ-8', art(30), `补正告知是${inProse(asked.on)}发出的，收到补正的日期不能更早，请核对。`);
    if (isMissing(what)) return refuse('REQ-8', art(30), '请写明补正后的申请内容。');
    const period = sideClockOf(file, 'correction-period', on, calendar);
    if (period?.due && period.abandonableFrom && on >= period.abandonableFrom && isMissing(why))
      return refuse(
        'REQ-8',
        art(30),
        `补正期限到${inProse(period.due)}为止。有正当理由而接受的，请写明理由；没有正当理由的，可以视为放弃申请。`,
      );
    return {
      fact: { type: 'corrected', on, what, ...(isMissing(why) ? {} : { why }) },
      state: restingState(facts),
      set: NOT_CLOSED,
    };
  },
};

/**
 * 网上补正的末日 [REQ-106]. 《条例》第三十条: who has good reason is not taken for having given up. Whether the reason is good the office judges by what
 * proves it; a page cannot, so after the period it says where to go instead.
 */
function refuseOnline(file: RequestFile, on: CivilDate, calendar: WorkCalendar): Refusal | undefined {
  const instead = '有住院、不可抗力等正当理由的，请带上证明联系受理机关，由受理机关决定是否接受；也可以重新申请。';
  if (file.request.state === 'abandoned')
    return refuse('REQ-106', art(30), `这件申请已经视为放弃，网上不再接收补正，这次没有收下。${instead}`);
  const period = sideClockOf(file, 'correction-period', on, calendar);
  return period?.due && period.abandonableFrom && on >= period.abandonableFrom
    ? refuse('REQ-106', art(30), `补正期限到${inProse(period.due)}为止，网上不再接收，这次没有收下。${instead}`)
    : undefined;
}
