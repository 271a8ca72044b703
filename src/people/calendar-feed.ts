/**
 * 日历订阅 [REQ-101]: an address by which the calendar of an officer reads his deadlines without a session. Whoever has the address reads them, so it cannot be
 * guessed, only its digest is kept, a new one ends the old, and it ends with the account.
 */

import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Actor, ALLOWED, denied, type Permission } from './actor.ts';

export type FeedCommand = { readonly verb: 'openFeed'; readonly tokenDigest: string } | { readonly verb: 'closeFeed' };

/** What the officer has from now on; null: none. */
export interface FeedChange {
  readonly officerId: string;
  readonly tokenDigest: string | null;
}

const BASIS = '网络安全等级保护的要求（访问控制）';

export const NO_FEED = refuse('REQ-101', BASIS, '没有这个订阅地址，或者已经停用。请在工作台的待办页面重新生成。');

/** Nobody but the officer himself has one. */
export function permit(actor: Actor): Permission {
  return actor.kind === 'officer' ? ALLOWED : denied(refuse('NOT_YOUR_OWN', BASIS, '这里只有登录的人员本人能办。'));
}

/** @param isOpen whether the officer has an address now */
export function decide(officerId: string, isOpen: boolean, command: FeedCommand): FeedChange | Refusal {
  if (command.verb === 'openFeed') return { officerId, tokenDigest: command.tokenDigest };
  return isOpen ? { officerId, tokenDigest: null } : NO_FEED;
}
