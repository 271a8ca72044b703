import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { dayCalendar } from './day-calendar.ts';

const EVENT = {
  uid: 'requests-1@example.gov.cn',
  on: civil('2026-12-31'),
  title: '示政公开申〔2026〕1号：拟写答复',
  says: '状态：办理中',
  url: 'https://example.gov.cn/requests/1',
};
/** As a reader unfolds it (RFC 5545 §3.1). */
const unfolded = (calendar: string) => calendar.replace(/\r\n[ \t]/g, '').split('\r\n');

it('REQ-102 a deadline is a whole day without a time zone, which ends before the next', () => {
  const lines = unfolded(dayCalendar('期限', [EVENT]));
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toEqual(
    expect.arrayContaining([
      'VERSION:2.0',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      `UID:${EVENT.uid}`,
    ]),
  );
  expect(lines.filter((line) => line.startsWith('DTSTAMP:'))).toEqual([
    expect.stringMatching(/^DTSTAMP:\d{8}T\d{6}Z$/),
  ]);
  expect(lines.at(-2)).toBe('END:VCALENDAR');
});

it('REQ-102 no line is longer than 75 octets, none ends in the middle of a character, each ends in CRLF', () => {
  const title = '关于公开政府信息的申请，'.repeat(20);
  const calendar = dayCalendar('期限', [{ ...EVENT, title }]);
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(calendar.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  expect(unfolded(calendar)).toContain(`SUMMARY:${title}`);
});

it('REQ-102 commas, semicolons, backslashes are escaped, and nothing that ends a line begins another property', () => {
  const title = 'a,b;c\\d\r\nATTENDEE:mailto:x@example.com\u0000\u2028e';
  const lines = unfolded(dayCalendar('期限', [{ ...EVENT, title, says: title }]));
  expect(lines).toContain('SUMMARY:a\\,b\\;c\\\\d ATTENDEE:mailto:x@example.com \u2028e');
  expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
});

it('REQ-102 without a deadline it is an empty calendar and no fault', () => {
  expect(unfolded(dayCalendar('期限', []))).toContain('BEGIN:VCALENDAR');
});
