/** 期限阶梯: recorded events and their reckoning as dated knots, each with its article, for both faces and the archive. */
import { art, LAWS } from '../articles.ts';
import type { CivilDate } from '../civil-date.ts';
import { EVENT_TERMS, type EventType, type History } from './history.ts';
import type { Reckoning } from './reckoning.ts';

export interface Knot {
  readonly on: CivilDate;
  readonly says: string;
  readonly basis: string;
  /** `paused`: what follows is not counted. `due`: the last day. */
  readonly kind?: 'paused' | 'due';
}

const CONSULTATION = art(33, { paragraph: 3 });

/** The article each event stands on. */
const EVENT_BASIS: Readonly<Record<EventType, string>> = {
  'correction-asked': art(30),
  'correction-received': art(30),
  'third-party-asked': `${art(32)}、${CONSULTATION}`,
  'third-party-answered': art(32),
  'co-producer-asked': `${art(34)}、${CONSULTATION}`,
  'co-producer-answered': art(34),
  'agency-asked': CONSULTATION,
  'agency-answered': CONSULTATION,
  'consultation-withdrawn': CONSULTATION,
  extended: art(33, { paragraph: 2 }),
  'fee-noticed': `${art(42)}、${LAWS.feeMeasures}`,
  'fee-paid': LAWS.feeMeasures,
  'fee-withdrawn': LAWS.feeMeasures,
  delayed: art(35),
  replied: art(36),
  served: LAWS.service,
  withdrawn: art(29),
  abandoned: art(30),
};

/** After these the agency waits for somebody else. */
const WAITS: readonly EventType[] = [
  'correction-asked',
  'third-party-asked',
  'co-producer-asked',
  'agency-asked',
  'fee-noticed',
];

export function knotsOf(history: History, reckoning: Reckoning): Knot[] {
  const knots: Knot[] = history.events.map(({ on, type, ...event }, i) => ({
    on,
    says: 'who' in event ? `${EVENT_TERMS[type]}（${event.who}）` : EVENT_TERMS[type],
    basis: EVENT_BASIS[type],
    ...(WAITS.includes(type) && !isUndelivered(history.events, i) ? { kind: 'paused' } : {}),
  }));
  if (reckoning.received)
    knots.unshift({
      on: reckoning.received,
      says: '收到申请之日，当日不计',
      basis: reckoning.steps[0]?.basis ?? art(31),
    });
  if (reckoning.due) knots.push({ on: reckoning.due, says: dueSays(reckoning), basis: art(33), kind: 'due' });
  return knots.sort((a, b) => a.on.localeCompare(b.on));
}

/** [CLK-10] A fee notice of which nobody knows that it arrived stops nothing; payment proves that it did. */
function isUndelivered(events: History['events'], i: number): boolean {
  const event = events[i]!;
  if (event.type !== 'fee-noticed' || event.receivedOn !== undefined) return false;
  return !events.slice(i + 1).some(({ type }) => type === 'fee-paid');
}

function dueSays({ provisional }: Pick<Reckoning, 'provisional'>): string {
  return provisional ? '应当答复的最后一日（暂估）' : '应当答复的最后一日';
}
