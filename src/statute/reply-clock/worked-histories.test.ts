/** 算例 K01–K43: histories worked out by hand, each in the shape the command reads. */
import { describe, expect, it } from 'vitest';
import { civil } from '../civil-date.ts';
import { isRefusal } from '../refusal.ts';
import { DEFAULT_SETTINGS, type StatuteSettings } from '../settings.ts';
import { builtInCalendar } from '../work-calendar.ts';
import { readHistory } from './read-history.ts';
import type { Reckoning } from './reckoning.ts';
import { replyDue } from './reply-due.ts';

type Fields = Record<string, unknown>;
type Case = [name: string, rule: string, due: string | null, receipt: Fields | string, ...events: Fields[]];

const TODAY = civil('2026-12-31');
const ev = (type: string, on: string, more: Fields = {}): Fields => ({ type, on, ...more });

function reckon(
  receipt: Fields | string,
  events: Fields[],
  settings: Partial<StatuteSettings> = {},
  today = TODAY,
): Reckoning {
  const given = typeof receipt === 'string' ? { channel: 'counter', submitted: receipt } : receipt;
  const history = readHistory({ receipt: given, events }, today);
  if (history === undefined) throw new Error('not a history');
  if (isRefusal(history)) throw new Error(history.says);
  const reckoning = replyDue(history, builtInCalendar, { ...DEFAULT_SETTINGS, ...settings });
  if (isRefusal(reckoning)) throw new Error(`${reckoning.code} ${reckoning.says}`);
  return reckoning;
}

const asked7 = ev('correction-asked', '2025-10-17', { receivedOn: '2025-10-17' });
const third = (on: string, receivedOn?: string) => ev('third-party-asked', on, receivedOn ? { receivedOn } : {});
const k13 = [third('2026-03-09', '2026-03-11'), ev('third-party-answered', '2026-03-20')];
const fee = [ev('fee-noticed', '2025-09-22', { receivedOn: '2025-09-26' }), ev('fee-paid', '2025-10-13')];
const longer = (on: string, workdays: number, approved = on) => ev('extended', on, { workdays, approved });

const CASES: Case[] = [
  ['K01', 'CLK-1', '2022-11-02', { channel: 'registered-post', submitted: '2022-09-28', signedFor: '2022-09-30' }],
  ['K02', 'CLK-1', '2026-04-03', '2026-03-07'],
  ['K02 Friday', 'CLK-1', '2026-04-03', '2026-03-06'],
  ['K03', 'CLK-1', '2025-11-04', { channel: 'registered-post', submitted: '2025-09-30', signedFor: '2025-10-03' }],
  ['K04', 'RCV-1', '2026-02-04', { channel: 'ordinary-post', submitted: '2026-01-05', confirmed: '2026-01-07' }],
  ['K05', 'RCV-2', '2026-03-19', { channel: 'web', submitted: '2026-02-13' }],
  ['K06', 'RCV-2', '2026-03-23', { channel: 'web', submitted: '2026-02-13', confirmed: '2026-02-24' }],
  ['K07', 'CLK-1', '2020-02-25', '2020-01-20'],
  ['K08', 'CLK-7', '2025-11-25', '2025-10-09', asked7, ev('correction-received', '2025-10-28')],
  [
    'K09',
    'CLK-7',
    '2025-11-05',
    '2025-10-09',
    ev('correction-asked', '2025-10-20'),
    ev('correction-received', '2025-10-28'),
  ],
  [
    'K10',
    'CLK-8',
    '2025-11-20',
    '2025-10-09',
    asked7,
    ev('correction-received', '2025-10-23'),
    ev('correction-received', '2025-10-28'),
  ],
  ['K12', 'CLK-9', '2025-12-04', '2025-10-09', asked7, ev('correction-received', '2025-11-06')],
  ['K13', 'CLK-3', '2026-04-13', '2026-03-02', ...k13],
  ['K14', 'CLK-4', '2026-04-23', '2026-03-02', third('2026-03-09', '2026-03-11')],
  [
    'K15',
    'CLK-4',
    '2026-04-23',
    '2026-03-02',
    third('2026-03-09', '2026-03-11'),
    ev('third-party-answered', '2026-04-10'),
  ],
  [
    'K16',
    'CLK-3',
    '2026-03-30',
    '2026-03-02',
    third('2026-03-09', '2026-03-09'),
    ev('third-party-answered', '2026-03-09'),
  ],
  [
    'K17',
    'CLK-3',
    '2026-04-20',
    '2026-03-02',
    ...k13,
    ev('agency-asked', '2026-03-16'),
    ev('agency-answered', '2026-03-27'),
  ],
  [
    'K18',
    'CLK-3',
    '2026-04-20',
    '2026-03-02',
    ...k13,
    ev('agency-asked', '2026-03-20'),
    ev('agency-answered', '2026-03-27'),
  ],
  [
    'K19',
    'CLK-3',
    '2026-06-04',
    '2026-04-07',
    ev('third-party-asked', '2026-04-13', { who: '甲', receivedOn: '2026-04-14' }),
    ev('third-party-asked', '2026-04-13', { who: '乙', receivedOn: '2026-04-20' }),
    ev('third-party-answered', '2026-04-20', { who: '甲' }),
  ],
  [
    'K19 without names',
    'CLK-3',
    '2026-06-04',
    '2026-04-07',
    third('2026-04-13', '2026-04-14'),
    third('2026-04-13', '2026-04-20'),
    ev('third-party-answered', '2026-04-20'),
  ],
  ['K20', 'CLK-4', '2026-05-29', '2026-04-07', ev('co-producer-asked', '2026-04-13', { receivedOn: '2026-04-14' })],
  [
    'K21',
    'CLK-4',
    '2026-06-11',
    '2026-04-07',
    ev('agency-asked', '2026-04-13', { receivedOn: '2026-04-14' }),
    ev('agency-answered', '2026-05-20'),
  ],
  ['K22', 'CLK-12', '2026-05-08', '2026-04-07'],
  ['K23', 'CLK-14', '2026-03-30', '2026-03-02', third('2026-03-30', '2026-03-31')],
  ['K23 a day before', 'CLK-14', '2026-04-22', '2026-03-02', third('2026-03-27', '2026-03-30')],
  ['K24', 'CLK-4', null, '2026-03-02', third('2026-03-09')],
  ['K25', 'CLK-6', '2026-07-28', '2026-06-01', longer('2026-06-25', 20)],
  ['K26', 'CLK-6', '2026-07-21', '2026-06-01', longer('2026-06-30', 15)],
  ['K27', 'CLK-6', '2026-06-30', '2026-06-01', longer('2026-07-01', 20, '2026-06-29')],
  [
    'K28',
    'CLK-6',
    '2026-08-03',
    '2026-06-01',
    third('2026-06-08', '2026-06-09'),
    longer('2026-06-15', 10),
    ev('third-party-answered', '2026-06-29'),
  ],
  [
    'K28 not extended',
    'CLK-3',
    '2026-07-20',
    '2026-06-01',
    third('2026-06-08', '2026-06-09'),
    ev('third-party-answered', '2026-06-29'),
  ],
  [
    'K29',
    'CLK-6',
    '2026-08-06',
    '2026-06-01',
    longer('2026-06-25', 20),
    third('2026-07-06', '2026-07-07'),
    ev('third-party-answered', '2026-07-15'),
  ],
  [
    'K30',
    'CLK-5',
    '2026-06-17',
    '2026-05-06',
    longer('2026-05-08', 20),
    ev('correction-asked', '2026-05-12'),
    ev('correction-received', '2026-05-20'),
  ],
  [
    'K31',
    'CLK-5',
    '2026-06-22',
    '2026-05-06',
    third('2026-05-08', '2026-05-09'),
    ev('correction-asked', '2026-05-11'),
    ev('correction-received', '2026-05-15'),
    ev('third-party-answered', '2026-05-22'),
  ],
  ['K32', 'CLK-10', '2025-11-10', '2025-09-08', ...fee],
  [
    'K33',
    'CLK-10',
    '2025-12-01',
    '2025-09-08',
    longer('2025-09-25', 20),
    ev('fee-noticed', '2025-10-20'),
    ev('fee-paid', '2025-11-03'),
  ],
  [
    'K34',
    'CLK-5',
    '2025-11-12',
    '2025-09-08',
    third('2025-09-18', '2025-09-19'),
    ev('fee-noticed', '2025-09-22', { receivedOn: '2025-09-23' }),
    ev('fee-paid', '2025-10-10'),
    ev('third-party-answered', '2025-10-15'),
  ],
  ['K35', 'CLK-10', '2025-11-24', '2025-09-08', ...fee, longer('2025-11-05', 10)],
  [
    'K36',
    'CLK-10',
    '2025-10-11',
    '2025-09-08',
    ev('fee-noticed', '2025-09-22', { receivedOn: '2025-09-26' }),
    ev('fee-withdrawn', '2025-10-10'),
  ],
  ['K37', 'CLK-10', null, '2025-09-08', fee[0]!],
  ['K38', 'CLK-1', '2026-01-20', '2025-12-22'],
  ['K39', 'CLK-15', '2027-01-06', '2026-12-08'],
  ['K42', 'CLK-11', '2026-05-29', '2026-03-02', ev('delayed', '2026-03-25', { until: '2026-05-29' })],
  [
    'K42 and an extension',
    'CLK-11',
    '2026-05-29',
    '2026-03-02',
    ev('delayed', '2026-03-25', { until: '2026-05-29' }),
    longer('2026-05-20', 10),
  ],
];

describe('the due day', () => {
  it.each(CASES)('%s %s → %s', (_name, _rule, due, receipt, ...events) => {
    expect(reckon(receipt, events).due).toBe(due);
    expect(reckon(receipt, events.toReversed()).due).toBe(due);
  });
});
