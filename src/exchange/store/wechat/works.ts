/** 公众号的任务, as the outbox calls them; a piece is named after its account and its post. */
export const WECHAT_SEND = 'wechatSend';
export const WECHAT_POLL = 'wechatPoll';
export const WECHAT_REMOVE = 'wechatRemove';
export const WECHAT_COMPARE = 'wechatCompare';
export const WECHAT_WORKS = [WECHAT_SEND, WECHAT_POLL, WECHAT_REMOVE, WECHAT_COMPARE] as const;

/** Waits to be sent or asked after. */
export interface WechatBody {
  readonly accountId: string;
  readonly postId: string;
  readonly round: number;
}
