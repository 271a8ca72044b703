/**
 * 申请接收渠道 and the day each makes 收到申请之日 (《条例》第三十一条). `arrival`: the day it came in; `confirmation`: the day the
 * agency and the applicant confirmed it to each other, until when no period runs.
 */
import { art } from '../statute/articles.ts';

export interface Channel {
  readonly term: string;
  readonly receivedOn: 'arrival' | 'confirmation';
  /** What the day of arrival is called on the form. */
  readonly day: string;
  readonly basis: string;
}

export const CHANNELS = {
  counter: { term: '当面提交', receivedOn: 'arrival', day: '提交日', basis: art(31, { item: 1 }) },
  oral: { term: '口头申请，代为填写', receivedOn: 'arrival', day: '提交日', basis: art(29, { paragraph: 1 }) },
  postSigned: { term: '挂号信、特快专递', receivedOn: 'arrival', day: '签收日', basis: art(31, { item: 2 }) },
  postOrdinary: { term: '平常信函', receivedOn: 'confirmation', day: '到达日', basis: art(31, { item: 2 }) },
  /** The receipt of the portal is the confirmation (最高人民法院指导案例26号). */
  web: { term: '门户网站', receivedOn: 'arrival', day: '提交日', basis: art(31, { item: 3 }) },
  email: { term: '电子邮箱', receivedOn: 'confirmation', day: '系统接收日', basis: art(31, { item: 3 }) },
  fax: { term: '传真', receivedOn: 'confirmation', day: '到达日', basis: art(31, { item: 3 }) },
  other: { term: '其他渠道', receivedOn: 'confirmation', day: '到达日', basis: '国办公开办函〔2017〕19号' },
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof CHANNELS;
