/**
 * 一次送达 Dispatch [REQ-75, REQ-76]: how one paper went out, by whom it was carried and who took it. Who signed is told by what he is to the
 * addressee, never by name: the name stands on the 送达回证, which is kept as a file.
 */
import { type Refusal, refuse } from '../statute/refusal.ts';
import { isMissing } from './decide/particulars.ts';
import { SERVICE_METHODS, type ServiceMethod, type ServiceMethodName } from './service-methods.ts';

const SERVICE = '国办公开办函〔2016〕235号';
const POSTAL_LAW = `${SERVICE}、《邮政法》第五十五条`;

/** 承运的企业. Only the postal enterprise carries official documents; couriers stand here so that the refusal can be given in words. */
export const CARRIERS = {
  ems: { term: '邮政特快专递（EMS）', postal: true },
  registered: { term: '邮政挂号信', postal: true },
  parcel: { term: '邮政快递包裹', postal: true },
  courier: { term: '其他快递企业（不得寄递公文）', postal: false },
} as const satisfies Record<string, { readonly term: string; readonly postal: boolean }>;

export type CarrierName = keyof typeof CARRIERS;

/** 签收人, by what he is to the addressee. */
export const RECEIVERS = {
  self: { term: '受送达人本人' },
  representative: { term: '法定代表人或者负责人' },
  agent: { term: '委托代理人' },
  household: { term: '同住的成年家属' },
  mailroom: { term: '单位的收发部门' },
  keptFor: { term: '门卫、物业或者代收点' },
} as const;

export type ReceiverName = keyof typeof RECEIVERS;

/** 到达的特定系统, of electronic service (参照《民事诉讼法》第九十条). */
export const ARRIVALS = {
  trackPage: { term: '本平台的申请进度页' },
  mailbox: { term: '申请人提供的电子邮箱' },
} as const;

export type ArrivalName = keyof typeof ARRIVALS;

export interface Dispatch {
  readonly method: ServiceMethodName;
  /** Of what was posted. */
  readonly carrier?: CarrierName;
  /** 邮件号码 on the receipt of the postal enterprise. */
  readonly tracking?: string;
  /** Of what was handed over. */
  readonly receiver?: ReceiverName;
  /** Of what was sent over the internet. */
  readonly arrival?: ArrivalName;
  /** 送达凭证; of what was posted the number of the receipt says enough. */
  readonly evidence: string;
}

/** 邮件号码: letters and digits as the postal enterprise prints them, typed with or without blanks. */
const TRACKING = /^[A-Z0-9]{8,30}$/;

export function trackingOf(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

export function refuseDispatch(sent: Dispatch): Refusal | undefined {
  const way: ServiceMethod | undefined = SERVICE_METHODS[sent.method];
  if (!way) return refuse('REQ-26', SERVICE, '请选择送达方式：直接送达、委托送达、通过邮政企业邮寄，或者电子送达。');
  if (sent.method === 'post') return refusePost(sent);
  if (sent.method === 'electronic') {
    if (!sent.arrival || !Object.hasOwn(ARRIVALS, sent.arrival))
      return refuse('REQ-76', way.basis, '请选择电子送达到达的系统：申请进度页，或者申请人提供的电子邮箱。');
  } else if (!isReceiver(sent.receiver))
    return refuse(
      'REQ-76',
      SERVICE,
      `${way.term}以签收日为答复日，请选择在送达回证上签收的人。没有人签收的还没有送达，请改由邮政企业邮寄。`,
    );
  if (isMissing(sent.evidence)) return refuse('REQ-27', way.basis, `${way.term}应当留存凭证，请填写${way.evidence}。`);
  return undefined;
}

function refusePost({ carrier, tracking = '' }: Dispatch): Refusal | undefined {
  const chosen = carrier && Object.hasOwn(CARRIERS, carrier) ? CARRIERS[carrier] : undefined;
  if (!chosen) return refuse('REQ-75', POSTAL_LAW, '请选择邮件的种类：邮政特快专递、挂号信或者快递包裹。');
  if (!chosen.postal)
    return refuse(
      'REQ-75',
      POSTAL_LAW,
      '答复书是国家机关公文，只能由邮政企业寄递，其他快递企业不得寄递。请交邮政企业另寄一份，以交邮之日登记；已经用快递寄出的，不算送达。',
    );
  if (!TRACKING.test(trackingOf(tracking)))
    return refuse(
      'REQ-75',
      POSTAL_LAW,
      '请填写邮政收寄凭证上的邮件号码，由8至30位字母和数字组成；没有收寄凭证的，不能证明交邮之日。',
    );
  return undefined;
}

/** Whether it reached the addressee on the day it went out; what a gatekeeper took for him did not. */
export function arrivesThatDay({ method, receiver }: Pick<Dispatch, 'method' | 'receiver'>): boolean {
  return SERVICE_METHODS[method].receivedThatDay && receiver !== 'keptFor';
}

export function isReceiver(name: string | undefined): name is ReceiverName {
  return name !== undefined && Object.hasOwn(RECEIVERS, name);
}

/** What of it is kept: only what belongs to the way it went. */
export function dispatchOf({ method, carrier, tracking, receiver, arrival, evidence }: Dispatch): Dispatch {
  if (method === 'post')
    return { method, carrier: carrier!, tracking: trackingOf(tracking!), evidence: evidence?.trim() ?? '' };
  if (method === 'electronic') return { method, arrival: arrival!, evidence };
  return { method, receiver: receiver!, evidence };
}

/** “邮政特快专递（EMS），邮件号码…”; of what was recorded before the carrier was asked for, the way alone. */
export function carriedBy({ method, carrier, tracking, receiver, arrival }: Dispatch): string {
  const way = carrier ? CARRIERS[carrier].term : SERVICE_METHODS[method].term;
  const more = [
    tracking && `邮件号码${tracking}`,
    receiver && `${RECEIVERS[receiver].term}签收`,
    arrival && `送到${ARRIVALS[arrival].term}`,
  ];
  return [way, ...more.filter(Boolean)].join('，');
}
