/**
 * 申请接收渠道: what the register asks for each. How a channel makes 收到申请之日 (《条例》第三十一条) stands in `statute/receipt.ts`; here stands
 * what its day of arrival is called on the form.
 */
import type { CivilDate } from '../statute/civil-date.ts';
import { CHANNELS, type ChannelName, type Receipt } from '../statute/receipt.ts';

const ARRIVAL_TERMS = {
  submitted: '提交日',
  signedFor: '签收日',
  confirmed: '到达日',
  acknowledged: '提交日',
} as const;

/** 到达日 as the form for a channel calls it. */
export function arrivalTerm(channel: ChannelName): string {
  return ARRIVAL_TERMS[CHANNELS[channel].dayZero];
}

/** Whether the applicant was there, and his certificate with him. */
export function isInPerson(channel: ChannelName): boolean {
  return CHANNELS[channel].dayZero === 'submitted';
}

/** Whether somebody must reach the applicant before the application counts as received. */
export function needsConfirmation(channel: ChannelName): boolean {
  return CHANNELS[channel].dayZero === 'confirmed';
}

/**
 * 收件事实 from what the register records: the day it came in, and the day both sides confirmed it. On the portal the day of the
 * automatic receipt needs no confirmation beside it.
 */
export function receiptFrom(channel: ChannelName, arrivedOn: CivilDate, confirmedOn?: CivilDate): Receipt {
  const { dayZero } = CHANNELS[channel];
  const byItself = dayZero === 'acknowledged' && confirmedOn === arrivedOn;
  const confirmed = confirmedOn === undefined || byItself ? {} : { confirmed: confirmedOn };
  return dayZero === 'signedFor'
    ? { channel, submitted: arrivedOn, signedFor: arrivedOn }
    : { channel, submitted: arrivedOn, ...confirmed };
}
