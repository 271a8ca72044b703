/**
 * 媒体账号 MediaAccount [MSG-15…MSG-19] (国办发〔2018〕123号; 国办秘函〔2019〕19号): an account an office keeps on somebody else's platform, from its opening to its end.
 * What was posted there is a record of its own (`media-post.ts`), counted for each account; an account that falls silent is told of by supervision.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';

/** 平台. `posts`: whether it lives by what is posted; a mini program does not, and cannot fall silent. */
export const PLATFORMS = {
  wechat: { term: '微信公众号', posts: true },
  channels: { term: '微信视频号', posts: true },
  weibo: { term: '微博', posts: true },
  douyin: { term: '抖音', posts: true },
  kuaishou: { term: '快手', posts: true },
  toutiao: { term: '今日头条', posts: true },
  client: { term: '移动客户端', posts: true },
  miniProgram: { term: '小程序', posts: false },
  other: { term: '其他平台', posts: true },
} as const satisfies Record<string, { readonly term: string; readonly posts: boolean }>;
export type PlatformName = keyof typeof PLATFORMS;

/** What an officer writes down of it. */
export interface AccountParticulars {
  readonly platform: PlatformName;
  readonly name: string;
  /** 账号标识: the platform's own name for it. */
  readonly handle: string;
  /** 联系人和办公电话. */
  readonly contact: string;
}

export interface MediaAccount extends AccountParticulars {
  readonly id: string;
  /** 主办单位. */
  readonly agencyId: AgencyId;
  readonly openedOn: CivilDate;
  /** 备案; null while it is not filed. */
  readonly filed: { readonly number: string; readonly on: CivilDate } | null;
  /** 注销, 关停; null while it is in use. */
  readonly closed: { readonly on: CivilDate; readonly why: string } | null;
}

/** 变动: a line of the ledger of accounts. */
export const ACCOUNT_EVENTS = {
  opened: { term: '开设' },
  changed: { term: '变更' },
  filed: { term: '备案' },
  closed: { term: '注销' },
} as const;
export type AccountEventName = keyof typeof ACCOUNT_EVENTS;

export interface AccountEvent {
  readonly type: AccountEventName;
  readonly on: CivilDate;
  readonly says: string;
}

export const LONGEST_ACCOUNT = { name: 40, handle: 60, contact: 80, number: 60, why: 200 } as const;

export function accountState({ filed, closed }: Pick<MediaAccount, 'filed' | 'closed'>): string {
  if (closed) return '已注销';
  return filed ? '在用' : '在用，待备案';
}

/** “示例县发布”（微信公众号）. */
export function accountTitle({ name, platform }: Pick<MediaAccount, 'name' | 'platform'>): string {
  return `“${name}”（${PLATFORMS[platform].term}）`;
}
