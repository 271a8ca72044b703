/**
 * 征求意见 [CLK-3, CLK-4, CLK-12]: questions put to third parties and other agencies, each paired with its answer. Only a written
 * question about whether to disclose, to somebody outside the agency, is one; co-working and internal countersigning are not
 * and have no event here.
 */
import { art } from '../articles.ts';
import type { CivilDate } from '../civil-date.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { StatuteSettings } from '../settings.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { addWorkdays } from '../workdays.ts';
import type { Consulted } from './history.ts';
import { impossible } from './impossible.ts';
import type { Recorded } from './order.ts';
import { type Stop, stopBetween } from './stops.ts';

/** 第三方、共同制作机关提出意见的期限 (《条例》第三十二条、第三十四条). */
export const OPINION_WORKDAYS = 15;

export const CONSULTED: Readonly<Record<Consulted, { term: string; basis: string; silence: string }>> = {
  'third-party': { term: '第三方', basis: art(32), silence: '逾期未提出意见的，由本机关依照《条例》决定是否公开' },
  'co-producer': { term: '共同制作机关', basis: art(34), silence: '逾期未提出意见的，视为同意公开' },
  agency: { term: '其他机关', basis: art(33, { paragraph: 3 }), silence: '沉默没有法律后果，须催办或者撤回' },
};

export interface Consultation {
  /** Number of the first event that asked. */
  readonly at: number;
  readonly whom: Consulted;
  readonly who: string | undefined;
  readonly asked: CivilDate;
  /** The day the other side received the paper, by the delivery that succeeded. */
  received: CivilDate | null;
  /** The day the opinion came in or the question was withdrawn. */
  ended: CivilDate | null;
  withdrawn: boolean;
  /** Numbers of later answers to a question already settled; they go on file and change nothing. */
  readonly further: number[];
}

export function consultationsOf(events: readonly Recorded[], calendar: WorkCalendar): Consultation[] | Refusal {
  const all: Consultation[] = [];
  for (const event of events) {
    const refusal = take(event, all, calendar);
    if (isRefusal(refusal)) return refusal;
  }
  return all;
}

function take(event: Recorded, all: Consultation[], calendar: WorkCalendar): Refusal | undefined {
  switch (event.type) {
    case 'third-party-asked':
    case 'co-producer-asked':
    case 'agency-asked':
      ask(event, event.type.slice(0, -'-asked'.length) as Consulted, all, calendar);
      return undefined;
    case 'third-party-answered':
    case 'co-producer-answered':
    case 'agency-answered':
      return settle(event, [event.type.slice(0, -'-answered'.length) as Consulted], all, calendar);
    case 'consultation-withdrawn':
      return settle(event, ['third-party', 'co-producer', 'agency'], all, calendar);
    default:
      return undefined;
  }
}

type Asked = Recorded & { readonly who?: string; readonly receivedOn?: CivilDate };

/** A paper sent again to somebody still awaited is a second delivery or a reminder, and no second stop. */
function ask(event: Asked, whom: Consulted, all: Consultation[], calendar: WorkCalendar): void {
  const again = all.find(
    (c) =>
      c.whom === whom &&
      c.who === event.who &&
      isAwaited(c, event.on, calendar) &&
      (c.who !== undefined || (c.received === null && c.asked < event.on)),
  );
  if (again) again.received ??= event.receivedOn ?? null;
  else
    all.push({
      at: event.at,
      whom,
      who: event.who,
      asked: event.on,
      received: event.receivedOn ?? null,
      ended: null,
      withdrawn: false,
      further: [],
    });
}

/** An answer belongs to the question still awaited that was delivered first; a late one to the last that silence had ended. */
function settle(
  event: Recorded & { readonly who?: string },
  whom: readonly Consulted[],
  all: Consultation[],
  calendar: WorkCalendar,
): Refusal | undefined {
  const asked = all.filter((c) => whom.includes(c.whom));
  const named = asked.filter((c) => c.who === event.who);
  const unnamed = asked.filter((c) => c.who === undefined || event.who === undefined);
  const possible = named.length > 0 ? named : unnamed;
  const open = possible.filter(({ ended }) => ended === null);
  const awaited = open.filter((c) => isAwaited(c, event.on, calendar)).sort(byDelivery);
  const question = awaited[0] ?? open.at(-1);
  if (question) {
    if (event.type !== 'consultation-withdrawn' && question.received !== null && event.on < question.received)
      return impossible(
        event,
        CONSULTED[question.whom].basis,
        `早于对方收到征求意见书的 ${question.received}。请核对日期。`,
      );
    question.ended = event.on;
    question.withdrawn = event.type === 'consultation-withdrawn';
    return undefined;
  }
  const settled = possible.at(-1);
  if (!settled || event.type === 'consultation-withdrawn')
    return impossible(
      event,
      art(33, { paragraph: 3 }),
      '没有与它对应的、尚在等待的征求意见。请核对是否漏记了征求意见书，或者对象的名称不一致。',
    );
  settled.further.push(event.at);
  return undefined;
}

function byDelivery(a: Consultation, b: Consultation): number {
  const [one, other] = [a.received ?? UNDELIVERED, b.received ?? UNDELIVERED];
  return one < other ? -1 : Number(one > other);
}

/** Sorts after every day. */
const UNDELIVERED = '~';

/** 15 个工作日的末日; null while the day of delivery is not known, and for agencies that did not co-produce. */
export function silenceEnds({ whom, received }: Consultation, calendar: WorkCalendar): CivilDate | null {
  return whom === 'agency' || received === null ? null : addWorkdays(received, OPINION_WORKDAYS, calendar);
}

function isAwaited(consultation: Consultation, on: CivilDate, calendar: WorkCalendar): boolean {
  const silence = silenceEnds(consultation, calendar);
  return consultation.ended === null && (silence === null || on <= silence);
}

/** 停表末日 [CLK-4]: the answer, or the 15th workday of silence, whichever comes first. */
export function consultationEnds(
  consultation: Consultation,
  calendar: WorkCalendar,
  settings: StatuteSettings,
): CivilDate | null {
  const silence = silenceEnds(consultation, calendar);
  const { ended } = consultation;
  if (silence === null || (ended !== null && settings.lateOpinion === 'receivedDay')) return ended;
  return ended !== null && ended < silence ? ended : silence;
}

export function stopOf(consultation: Consultation, calendar: WorkCalendar, settings: StatuteSettings): Stop {
  return stopBetween(
    consultation.asked,
    consultationEnds(consultation, calendar, settings),
    settings.consultationEdges,
  );
}
