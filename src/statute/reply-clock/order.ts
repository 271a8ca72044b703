/**
 * 同一天的先后 [CLK-18]. Facts carry days, not hours. Within a day the order is the one in which they could lawfully happen: what
 * answers something sent on an earlier day, then the acts of the agency, then what answers an act of that same day, then
 * signing and the end. So an extension on the day a correction comes in extends the new period, and an opinion that comes
 * in on the day the next letter goes out belongs to the letter before.
 */
import type { ClockEvent, EventType } from './history.ts';

/** An event with its place in the record as given, by which refusals and issues point at it. */
export type Recorded = ClockEvent & { readonly at: number };

/** Extension before delay, correction and fee: under those the period no longer runs as it did. */
const ACTS: readonly EventType[] = [
  'extended',
  'delayed',
  'third-party-asked',
  'co-producer-asked',
  'agency-asked',
  'correction-asked',
  'fee-noticed',
];

const ENDS: readonly EventType[] = ['replied', 'served', 'withdrawn', 'abandoned'];

export function inLawfulOrder(events: readonly ClockEvent[]): Recorded[] {
  const recorded = events.map((event, at): Recorded => ({ ...event, at }));
  const days = [...new Set(recorded.map(({ on }) => on))].sort();
  const awaited: string[] = [];
  return days.flatMap((day) => {
    const today = recorded.filter(({ on }) => on === day);
    const answersEarlier = today.filter((event) => takeOne(awaited, questionsOf(event)));
    const acts = byRank(today, ACTS);
    awaited.push(...acts.flatMap((event) => questionPut(event) ?? []));
    const ends = byRank(today, ENDS);
    const answersToday = today.filter((event) => ![...answersEarlier, ...acts, ...ends].includes(event));
    for (const event of answersToday) takeOne(awaited, questionsOf(event));
    return [...answersEarlier, ...acts, ...answersToday, ...ends];
  });
}

function byRank(events: readonly Recorded[], ranks: readonly EventType[]): Recorded[] {
  return events
    .filter(({ type }) => ranks.includes(type))
    .sort((a, b) => ranks.indexOf(a.type) - ranks.indexOf(b.type));
}

/** What an act leaves open: `third-party|甲公司`. */
function questionPut(event: ClockEvent): string | undefined {
  switch (event.type) {
    case 'correction-asked':
      return 'correction';
    case 'fee-noticed':
      return 'fee';
    case 'third-party-asked':
    case 'co-producer-asked':
    case 'agency-asked':
      return `${event.type.replace('-asked', '')}|${event.who ?? ''}`;
    default:
      return undefined;
  }
}

/** What an event may settle, any one of them. */
function questionsOf(event: ClockEvent): string[] {
  switch (event.type) {
    case 'correction-received':
      return ['correction'];
    case 'fee-paid':
    case 'fee-withdrawn':
      return ['fee'];
    case 'third-party-answered':
    case 'co-producer-answered':
    case 'agency-answered':
      return [`${event.type.replace('-answered', '')}|${event.who ?? ''}`];
    case 'consultation-withdrawn':
      return ['third-party', 'co-producer', 'agency'].map((kind) => `${kind}|${event.who ?? ''}`);
    default:
      return [];
  }
}

function takeOne(awaited: string[], questions: readonly string[]): boolean {
  const place = awaited.findIndex((open) => questions.includes(open));
  if (place < 0) return false;
  awaited.splice(place, 1);
  return true;
}
