/** 本人的账号 [SEC-20, SEC-21]: what an officer changes by himself: his password, against the old one, and how notices reach him. */
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Actor, ALLOWED, denied, type Permission } from './actor.ts';
import { mailAddressIn, mobileIn, type OfficerContact } from './contact.ts';

export type AccountCommand =
  | { readonly verb: 'changePassword'; readonly passwordHash: string }
  | { readonly verb: 'changeContact'; readonly contact: OfficerContact; readonly kinds: readonly string[] };

export type AccountChange =
  | { readonly officerId: string; readonly passwordHash: string }
  | { readonly officerId: string; readonly contact: OfficerContact };

const BASIS = '网络安全等级保护的要求（身份鉴别）';

export const WRONG_PASSWORD = refuse(
  'WRONG_PASSWORD',
  BASIS,
  '原来的密码不对，或者账号正在锁定，密码没有更换。请核对后再试；连续输错的，账号会锁定。',
);

/** Nobody but the officer himself has an account of his own. */
export function permit(actor: Actor): Permission {
  return actor.kind === 'officer' ? ALLOWED : denied(refuse('NOT_YOUR_OWN', BASIS, '这里只有登录的人员本人能办。'));
}

export function decide(officerId: string, command: AccountCommand): AccountChange | Refusal {
  if (command.verb === 'changePassword') return { officerId, passwordHash: command.passwordHash };
  const { contact, kinds } = command;
  if ([...contact.byMail, ...contact.bySms].some((name) => !kinds.includes(name)))
    return refuse('SEC-21', '机构和人员登记', '所选的消息种类不存在，请刷新页面后重新选择。');
  const [email, mobile] = [mailAddressIn(contact.email) ?? '', mobileIn(contact.mobile) ?? ''];
  if (email === '' && contact.byMail.length > 0)
    return refuse('SEC-21', '机构和人员登记', '选了用邮件收的消息，还要填写电子邮箱。');
  if (mobile === '' && contact.bySms.length > 0)
    return refuse('SEC-21', '机构和人员登记', '选了用短信收的消息，还要填写手机号码。');
  return {
    officerId,
    contact: { email, mobile, byMail: [...new Set(contact.byMail)], bySms: [...new Set(contact.bySms)] },
  };
}
