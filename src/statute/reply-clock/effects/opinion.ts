/** 征求意见 on the ladder [CLK-3, CLK-4]. The stops themselves are made beforehand (`consultations.ts`); here each gets its line. */
import { art } from '../../articles.ts';
import { workdaysBetween } from '../../workdays.ts';
import { type ClockState, issue, standing, step } from '../clock-state.ts';
import { CONSULTED, type Consultation, silenceEnds } from '../consultations.ts';
import type { Recorded } from '../order.ts';
import type { Stop } from '../stops.ts';

const BASIS = art(33, { paragraph: 3 });

export function consulted(run: ClockState, event: Recorded): undefined {
  const place = run.consultations.findIndex(({ at }) => at === event.at);
  const consultation = run.consultations[place];
  const stop = run.stops[place];
  if (!consultation || !stop) {
    step(run, 'CLK-4', '推论', BASIS, `${event.on} 向同一对象再次送达或者催办，不另起停表`);
    return;
  }
  const { term } = CONSULTED[consultation.whom];
  const whom = consultation.who === undefined ? term : `${term}（${consultation.who}）`;
  step(
    run,
    'CLK-3',
    '推论',
    BASIS,
    `${consultation.asked} 书面征求${whom}意见，发出当日计入；${endOf(run, consultation)}${lengthOf(run, stop)}`,
  );
  if (stop.to === null && standing(run).runs !== 'to')
    issue(
      run,
      'CLK-4',
      event,
      consultation.whom === 'agency' ? `${whom}尚未答复，期限暂停。` : `不知道${whom}哪一天收到征求意见书，期限暂停。`,
      consultation.whom === 'agency'
        ? '请催办；不再需要意见的，撤回征求。'
        : '请查询投递结果；退件的，换地址或者方式再送。',
      { basis: BASIS },
    );
}

function endOf({ calendar, settings, today }: ClockState, consultation: Consultation): string {
  const { received, ended, withdrawn } = consultation;
  const silence = silenceEnds(consultation, calendar);
  if (ended !== null && (silence === null || ended <= silence || settings.lateOpinion === 'receivedDay'))
    return `${ended} ${withdrawn ? '撤回征求' : '收到意见'}，停表至当日`;
  if (silence === null) return '停表尚无终点';
  const until = `对方 ${received} 收到，${silence} 为第 15 个工作日`;
  if (ended !== null) return `${until}，${ended} 才${withdrawn ? '撤回' : '答复'}，停表止于第 15 个工作日`;
  return silence < today ? `${until}，未答复，停表至当日` : `${until}，尚未答复，先按停表至该日计算`;
}

function lengthOf({ calendar }: ClockState, { from, to }: Stop): string {
  if (to === null) return '';
  const days = from > to ? 0 : workdaysBetween(from, to, calendar) + (calendar.isWorkday(from) ? 1 : 0);
  return `，共 ${days} 个工作日`;
}

/** A second answer to a settled question goes on file; every other answer already ended its stop. */
export function furtherAnswer(run: ClockState, event: Recorded): undefined {
  if (run.consultations.some(({ further }) => further.includes(event.at)))
    issue(run, 'CLK-4', event, '对方已经答复过，后来的意见附卷参考，不影响期限。', '不需要处理。', {
      severity: 'hint',
      basis: BASIS,
    });
}
