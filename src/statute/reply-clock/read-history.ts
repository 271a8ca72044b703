/** 读入办理经过: a history as it comes from a file, turned into facts or refused with the record that cannot be read. */
import { art } from '../articles.ts';
import { type CivilDate, parseCivilDate } from '../civil-date.ts';
import { CHANNELS, type ChannelName, type Receipt } from '../receipt.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { SERVED_BY } from './effects/ending.ts';
import { type ClockEvent, EVENT_TERMS, type EventType, type History } from './history.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Many times the longest file there is; above it something else was handed in. */
const MOST_EVENTS = 1_000;

/** @returns undefined when the value has not the shape of a history at all */
export function readHistory(value: unknown, today: CivilDate): History | Refusal | undefined {
  if (!isFields(value) || !isFields(value.receipt)) return undefined;
  const { events = [] } = value;
  if (!Array.isArray(events) || !events.every(isFields)) return undefined;
  const asOf = (value.today ?? undefined) === undefined ? today : readDate(value.today, '今天（today）');
  if (isRefusal(asOf)) return asOf;
  const receipt = readReceipt(value.receipt);
  if (isRefusal(receipt)) return receipt;
  if (events.length > MOST_EVENTS)
    return refuse(
      'HISTORY_LENGTH',
      art(33),
      `一件申请的经过有 ${events.length} 条，最多 ${MOST_EVENTS} 条。请核对文件。`,
    );
  const read: ClockEvent[] = [];
  for (const [at, fields] of events.entries()) {
    const event = readEvent(fields, `第 ${at + 1} 条记录`);
    if (isRefusal(event)) return event;
    read.push(event);
  }
  return { receipt, events: read, today: asOf };
}

function readReceipt({ channel, submitted, signedFor, confirmed }: Fields): Receipt | Refusal {
  if (typeof channel !== 'string' || !Object.hasOwn(CHANNELS, channel))
    return refuse('HISTORY_CHANNEL', art(31), `没有“${shown(channel)}”这个提交渠道。可用的渠道：${listed(CHANNELS)}。`);
  // What came by registered post begins with the signature; the day it was sent need not be known.
  const handedIn = submitted ?? (channel === 'registered-post' ? signedFor : undefined);
  const days = readDates({ submitted: handedIn ?? '', signedFor, confirmed }, '收件');
  return isRefusal(days) ? days : ({ channel: channel as ChannelName, ...days } as Receipt);
}

function readEvent(fields: Fields, place: string): ClockEvent | Refusal {
  const { type, who } = fields;
  if (typeof type !== 'string' || !Object.hasOwn(EVENT_TERMS, type))
    return refuse(
      'HISTORY_EVENT',
      art(33),
      `${place}：没有“${shown(type)}”这种事件。可用的事件：${listed(EVENT_TERMS)}。`,
    );
  if (typeof who !== 'string' && (who ?? undefined) !== undefined)
    return refuse('HISTORY_WHO', art(33), `${place}：对象（who）应当是文字，现为“${shown(who)}”。`);
  const { receivedOn, approved } = fields;
  const until = type === 'delayed' ? { until: fields.until ?? '' } : {};
  const days = readDates({ on: fields.on ?? '', receivedOn, approved, ...until }, place);
  if (isRefusal(days)) return days;
  const workdays = readWorkdays(type as EventType, fields.workdays, place);
  if (isRefusal(workdays)) return workdays;
  const { method } = fields;
  if (type === 'served' && (typeof method !== 'string' || !Object.hasOwn(SERVED_BY, method)))
    return refuse(
      'HISTORY_METHOD',
      art(33),
      `${place}：没有“${shown(method)}”这种送达方式。可用的方式：${listed(SERVED_BY)}。`,
    );
  return {
    type,
    ...days,
    ...(workdays !== undefined && { workdays }),
    ...(type === 'served' && { method }),
    ...(typeof who === 'string' && { who }),
  } as ClockEvent;
}

function readWorkdays(type: EventType, value: unknown, place: string): number | undefined | Refusal {
  if (typeof value === 'number') return value;
  if (type !== 'extended' && (value === undefined || value === null)) return undefined;
  return refuse('HISTORY_WORKDAYS', art(33, { paragraph: 2 }), `${place}：工作日数应当是数字，现为“${shown(value)}”。`);
}

/** Dates that are given; an empty one is a required date that is missing. */
function readDates(fields: Fields, place: string): Record<string, CivilDate> | Refusal {
  const days: Record<string, CivilDate> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    const day = readDate(value, `${place}的“${name}”`);
    if (isRefusal(day)) return day;
    days[name] = day;
  }
  return days;
}

function readDate(value: unknown, what: string): CivilDate | Refusal {
  const date = parseCivilDate(value);
  if (date) return date;
  const says = value === '' ? `缺少${what}。` : `${what}不是日期：“${shown(value)}”。`;
  return refuse('HISTORY_DATE', '《民法典》第二百条', `${says}请写成 2026-03-09 这样的公历日期。`);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '空');
}

function listed(table: object): string {
  return Object.keys(table).join('、');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
