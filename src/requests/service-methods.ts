/**
 * 送达方式 and the day each counts as the reply (国办公开办函〔2016〕235号): posting, the recipient's signature, or success of
 * sending. Couriers other than the postal enterprise may not carry official documents (《邮政法》第五十五条), so there is no entry for them.
 */
export interface ServiceMethod {
  readonly term: string;
  /** Which day is asked for. */
  readonly day: string;
  /** True when the applicant has it on that very day, so that remedies run from it. */
  readonly receivedThatDay: boolean;
  readonly evidence: string;
  readonly basis: string;
}

const SERVICE = '国办公开办函〔2016〕235号';

export const SERVICE_METHODS = {
  direct: { term: '直接送达', day: '签收日', receivedThatDay: true, evidence: '送达回证', basis: SERVICE },
  entrusted: {
    term: '委托其他行政机关代为送达',
    day: '申请人签收日',
    receivedThatDay: true,
    evidence: '送达回证和受托机关名称',
    basis: SERVICE,
  },
  post: {
    term: '邮寄（邮政企业）',
    day: '交邮日',
    receivedThatDay: false,
    evidence: '邮政收寄凭证号',
    basis: SERVICE,
  },
  electronic: {
    term: '电子送达',
    day: '发送成功日',
    receivedThatDay: true,
    evidence: '发送记录和在线申请行政复议的渠道',
    basis: '申请人选择的形式；《行政复议法》第二十二条第二款',
  },
} as const satisfies Record<string, ServiceMethod>;

export type ServiceMethodName = keyof typeof SERVICE_METHODS;
