/**
 * 收到申请之日 [RCV-1…4]. 《条例》第三十一条:当面提交的,以提交之日为收到申请之日;以邮寄方式提交的,以行政机关签收之日为收到申请之日;以平常信函等
 * 无需签收的邮寄方式提交的,以政府信息公开工作机构于收到申请的当日与申请人确认之日为收到申请之日;通过互联网渠道或者传真提交的,以双方确认之日为收到申请之日.
 * The day follows from recorded facts; nobody enters it.
 */
import { art } from './articles.ts';
import type { CivilDate } from './civil-date.ts';

/** 提交渠道: how each makes the day of receipt. `acknowledged`: the portal's own receipt is the confirmation. */
interface Channel {
  readonly term: string;
  readonly dayZero: 'submitted' | 'signedFor' | 'confirmed' | 'acknowledged';
  readonly basis: string;
}

export const CHANNELS = {
  counter: { term: '当面提交', dayZero: 'submitted', basis: art(31, { item: 1 }) },
  oral: { term: '口头申请（代为填写）', dayZero: 'submitted', basis: art(29, { paragraph: 1 }) },
  'registered-post': { term: '挂号信、特快专递等需签收的邮寄', dayZero: 'signedFor', basis: art(31, { item: 2 }) },
  'ordinary-post': { term: '平常信函', dayZero: 'confirmed', basis: art(31, { item: 2 }) },
  web: { term: '门户网站', dayZero: 'acknowledged', basis: art(31, { item: 3 }) },
  fax: { term: '传真', dayZero: 'confirmed', basis: art(31, { item: 3 }) },
  email: { term: '电子邮箱', dayZero: 'confirmed', basis: art(31, { item: 3 }) },
  other: { term: '已公告的其他渠道', dayZero: 'confirmed', basis: art(31, { item: 3 }) },
  unannounced: {
    term: '未公告的渠道或者其他人员转来',
    dayZero: 'confirmed',
    basis: '国办公开办函〔2017〕19号第二条',
  },
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof CHANNELS;

/**
 * 收件事实. `submitted`: the day it was handed in, sent online or, by fax, mail and ordinary post, came in. `signedFor`: the day
 * the agency signed for it, the gate and the mail room included. `confirmed`: the day both sides confirmed it.
 */
export interface Receipt {
  readonly channel: ChannelName;
  readonly submitted: CivilDate;
  readonly signedFor?: CivilDate;
  readonly confirmed?: CivilDate;
}

/** 收到申请之日, or null while the fact that makes it has not happened. */
export function receiptDate({ channel, submitted, signedFor, confirmed }: Receipt): CivilDate | null {
  switch (CHANNELS[channel].dayZero) {
    case 'submitted':
      return submitted;
    case 'signedFor':
      return signedFor ?? null;
    case 'confirmed':
      return confirmed ?? null;
    case 'acknowledged':
      return confirmed ?? submitted;
  }
}

/**
 * 到达日: the day it reached the agency, from which the conservative line (保守线) is reckoned where the day of receipt is a
 * later confirmation. Shown beside the due day, never instead of it.
 */
export function arrivalDate({ channel, submitted, signedFor }: Receipt): CivilDate | null {
  switch (CHANNELS[channel].dayZero) {
    case 'signedFor':
      return signedFor ?? null;
    case 'confirmed':
      return signedFor ?? submitted;
    default:
      return submitted;
  }
}
