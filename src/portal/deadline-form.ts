/**
 * 期限计算表: what was typed, row by row, as the address of the page holds it (`type.0`, `on.0` …), so that an answer can be kept
 * as a bookmark and sent to somebody. Turned into the same JSON the command line reads.
 */
import { type CivilDate, parseCivilDate } from '../statute/civil-date.ts';
import { CHANNELS, type ChannelName } from '../statute/receipt.ts';
import { EVENT_TERMS, type EventType } from '../statute/reply-clock/history.ts';
import { asked } from './asked.ts';

/** Particulars an event may have beside its day. */
export const EVENT_FIELDS = {
  receivedOn: { label: '对方收到日', type: 'date' },
  workdays: { label: '工作日数', type: 'number' },
  approved: { label: '负责人同意日（同日不填）', type: 'date' },
  until: { label: '延迟至', type: 'date' },
  who: { label: '向谁征求（可不填）', type: 'text' },
  method: { label: '送达方式', type: 'method' },
} as const;

export type EventField = keyof typeof EVENT_FIELDS;

export const FIELDS_OF: Readonly<Record<EventType, readonly EventField[]>> = {
  'correction-asked': ['receivedOn', 'workdays'],
  'correction-received': [],
  'third-party-asked': ['receivedOn', 'who'],
  'third-party-answered': ['who'],
  'co-producer-asked': ['receivedOn', 'who'],
  'co-producer-answered': ['who'],
  'agency-asked': ['receivedOn', 'who'],
  'agency-answered': ['who'],
  'consultation-withdrawn': ['who'],
  extended: ['workdays', 'approved'],
  'fee-noticed': ['receivedOn'],
  'fee-paid': [],
  'fee-withdrawn': [],
  delayed: ['until'],
  replied: [],
  served: ['method', 'receivedOn'],
  withdrawn: [],
  abandoned: [],
};

export interface EventRow {
  readonly type: EventType;
  readonly on: string;
  readonly particulars: Readonly<Partial<Record<EventField, string>>>;
}

export interface DeadlineForm {
  readonly channel: ChannelName;
  readonly submitted: string;
  readonly confirmed: string;
  readonly rows: readonly EventRow[];
  /** Whether anything was asked at all. */
  readonly asked: boolean;
}

const ROWS_AT_MOST = 30;

/** Reads the address; `do` adds a row of the chosen type or takes one away. */
export function readDeadlineForm(query: unknown): DeadlineForm {
  const channel = asked(query, 'channel');
  const act = asked(query, 'do');
  const rows: EventRow[] = [];
  for (let n = 0; n < ROWS_AT_MOST; n += 1) {
    const type = asked(query, `type.${n}`);
    if (!isEventType(type) || act === `remove.${n}`) continue;
    rows.push({ type, on: asked(query, `on.${n}`), particulars: particularsOf(query, type, n) });
  }
  const added = asked(query, 'add');
  if (act === 'add' && isEventType(added) && rows.length < ROWS_AT_MOST)
    rows.push({ type: added, on: '', particulars: {} });
  return {
    channel: Object.hasOwn(CHANNELS, channel) ? (channel as ChannelName) : 'web',
    submitted: asked(query, 'submitted'),
    confirmed: asked(query, 'confirmed'),
    rows,
    asked: asked(query, 'submitted') !== '',
  };
}

/** The history as JSON, the shape `readHistory` reads. A row whose day is still open is left out. */
export function historyOf({ channel, submitted, confirmed, rows }: DeadlineForm, today: CivilDate): unknown {
  const dayName = CHANNELS[channel].dayZero === 'signedFor' ? 'signedFor' : 'submitted';
  return {
    receipt: { channel, [dayName]: submitted, ...(confirmed ? { confirmed } : {}) },
    events: rows
      .filter(({ on }) => on !== '')
      .map(({ type, on, particulars }) => ({ type, on, ...withNumbers(particulars) })),
    today: latestOf(today, [submitted, ...rows.map(({ on }) => on)]),
  };
}

/** A calculation may look ahead: then the day it is reckoned on is the last day named. */
function latestOf(today: CivilDate, days: readonly string[]): CivilDate {
  return days.reduce<CivilDate>((latest, text) => {
    const day = parseCivilDate(text);
    return day && day > latest ? day : latest;
  }, today);
}

function withNumbers({ workdays, ...others }: EventRow['particulars']) {
  return { ...others, ...(workdays === undefined ? {} : { workdays: Number(workdays) }) };
}

function particularsOf(query: unknown, type: EventType, n: number): EventRow['particulars'] {
  const given = FIELDS_OF[type].map((field) => [field, asked(query, `${field}.${n}`)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function isEventType(text: string): text is EventType {
  return Object.hasOwn(EVENT_TERMS, text);
}
