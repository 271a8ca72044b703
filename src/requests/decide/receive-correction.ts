/**
 * 收到补正 (《条例》第三十条): 答复期限自收到补正的申请之日起计算. The first correction counts; later ones are letters in the file (CLK-8). One that came
 * within the period and is written down only after the application was taken for given up brings it back [REQ-94].
 */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { sideClockOf } from '../deadlines.ts';
import { lastOf } from '../facts.ts';
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
  may: (file, on, calendar) =>
    file.request.state === 'abandoned' ? refuseRevival(file, 'correction-period', on, calendar) : undefined,
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
