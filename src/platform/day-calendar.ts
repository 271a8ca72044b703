/**
 * iCalendar (RFC 5545) of whole days. An event carries a civil date and no time zone (`VALUE=DATE`), so a calendar anywhere shows it on that
 * day; its end is the day after, which the event does not include (§3.6.1).
 */
import { createEvents, type DateArray } from 'ics';
import { addDays, type CivilDate } from '../statute/civil-date.ts';

export interface DayEvent {
  /** The same for the same thing, whenever it is asked for. */
  readonly uid: string;
  readonly on: CivilDate;
  readonly title: string;
  readonly says: string;
  readonly url: string;
}

/** @throws Error when an event cannot be written, which is a fault of the caller */
export function dayCalendar(name: string, events: readonly DayEvent[]): string {
  const { error, value } = createEvents(
    events.map(({ uid, on, title, says, url }) => ({
      uid,
      start: partsOf(on),
      end: partsOf(addDays(on, 1)),
      title: printable(title),
      description: printable(says),
      url,
      // A deadline takes none of the day.
      transp: 'TRANSPARENT' as const,
      busyStatus: 'FREE' as const,
    })),
    { calName: name, productId: PRODUCT, method: 'PUBLISH' },
  );
  if (error || value === null) throw error ?? new Error('no calendar was written');
  return folded(value);
}

const PRODUCT = '-//Gongkai//Deadlines//ZH';

function partsOf(day: CivilDate): DateArray {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month!, date!];
}

/** Control characters have no form in a text (§3.3.11); what ends a line becomes a space. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** §3.1: no line longer than 75 octets. The library counts characters, of which a Chinese one takes three, so its lines are joined and folded anew. */
function folded(calendar: string): string {
  return calendar
    .replace(/\r\n[\t ]/g, '')
    .split('\r\n')
    .map((line) => foldedLine(line))
    .join('\r\n');
}

const OCTETS = 75;

function foldedLine(line: string): string {
  let [whole, octets] = ['', 0];
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > OCTETS) {
      whole += '\r\n ';
      octets = 1;
    }
    whole += letter;
    octets += size;
  }
  return whole;
}
