/**
 * 账号绑定 [SEC-43, SEC-44]: which account a person of the identity provider is, said by the security administrator and by nobody else; no account
 * is made by signing in. One person, one account: another binding is refused until the first is undone.
 */
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Actor, ALLOWED, denied, type Permission, requireRole } from './actor.ts';
import type { OfficerRecord } from './administration.ts';
import { isLocked, LOCK_MINUTES, type SignInRecord } from './lock-out.ts';

export type BindingCommand =
  | { readonly verb: 'bindIdentity'; readonly officerId: string; readonly identityDigest: string }
  | { readonly verb: 'unbindIdentity'; readonly officerId: string };

/** What the store found. */
export interface BindingLoaded {
  readonly officer: OfficerRecord;
  readonly bound: boolean;
  /** The person is bound to another account. */
  readonly taken: boolean;
}

const BASIS = '网络安全等级保护的要求（三员分立）';
const SIGN_IN = '网络安全等级保护的要求（身份鉴别）';

export function permit(actor: Actor, { officer }: BindingLoaded): Permission {
  const held = requireRole(actor, ['securityAdmin'], officer.agencyId);
  if (!held.allowed) return held;
  if (officer.id === actor.id)
    return denied(refuse('NOT_YOUR_OWN', BASIS, '不能绑定、解除自己的账号。请由另一位安全管理员办理。'));
  return ALLOWED;
}

export function decide(command: BindingCommand, { bound, taken }: BindingLoaded): BindingCommand | Refusal {
  if (command.verb === 'unbindIdentity')
    return bound ? command : refuse('SEC-43', BASIS, '这个账号没有绑定统一身份认证。请刷新页面。');
  if (bound) return refuse('SEC-43', BASIS, '这个账号已经绑定统一身份认证。要改绑的，请先解除。');
  if (taken)
    return refuse('SEC-43', BASIS, '这个身份已经绑定了别的账号，一个人只绑定一个账号。请核对编号，或者先解除那一个。');
  return command;
}

/** `sub` as OpenID Connect allows it: 255 letters at the most; nothing unseen. */
export function refuseSubject(subject: string): Refusal | undefined {
  if (/^[\x21-\x7e]{1,255}$/.test(subject)) return undefined;
  return refuse(
    'SEC-43',
    BASIS,
    '身份编号不对：应是统一身份认证里的编号（sub），由字母、数字和符号组成，没有空格。本人登录一次，页面上会写出他的编号。',
  );
}

/** Whom the provider has recognised, and who is no account here; told to himself alone. */
export function refuseUnbound(subject: string): Refusal {
  return refuse(
    'SEC-43',
    SIGN_IN,
    `统一身份认证认出了你，但是还没有绑定工作台的账号。没有登录。请把身份编号“${subject}”告诉本单位的安全管理员，由他在“机构人员”里绑定，再来登录。`,
  );
}

export const NOT_ACTIVE = refuse(
  'SEC-44',
  SIGN_IN,
  '你的工作台账号已经停用，不能登录。还需要使用的，请找本单位的安全管理员恢复。',
);

export function refuseLocked(record: SignInRecord, at: Date): Refusal | undefined {
  if (!isLocked(record, at)) return undefined;
  return refuse(
    'SEC-44',
    SIGN_IN,
    `你的账号因为连续输错正在锁定，最长 ${LOCK_MINUTES} 分钟。请稍后再试；不是你本人输错的，请告诉安全管理员。`,
  );
}
