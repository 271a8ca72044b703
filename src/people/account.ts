/** 本人的账号 [SEC-20, SEC-21, SEC-40, SEC-41]: what an officer changes by himself: his password, against the old one, his
 * authenticator, how notices reach him, and where he is signed in. */
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type Actor, ALLOWED, denied, type Permission } from './actor.ts';
import { mailAddressIn, mobileIn, type OfficerContact } from './contact.ts';

export type AccountCommand =
  | { readonly verb: 'changePassword'; readonly passwordHash: string }
  | { readonly verb: 'changeContact'; readonly contact: OfficerContact; readonly kinds: readonly string[] }
  /** [SEC-40] Each once the password, or the code, has been found right. */
  | { readonly verb: 'beginSecondFactor'; readonly secret: string }
  | { readonly verb: 'confirmSecondFactor'; readonly step: number }
  | { readonly verb: 'removeSecondFactor' }
  /** `session`: the name of one, or null for all but the one that goes on. */
  | { readonly verb: 'closeSessions'; readonly session: string | null };

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

/**
 * @param others names of his sessions besides the one he asks with
 * @returns the command as it is carried out: addresses in the form they are kept in
 */
export function decide(command: AccountCommand, others: readonly string[]): AccountCommand | Refusal {
  switch (command.verb) {
    case 'changeContact':
      return reachable(command);
    case 'closeSessions':
      return command.session === null || others.includes(command.session)
        ? command
        : refuse('SEC-41', BASIS, '这处登录已经退出，或者就是你正在用的这一处。正在用的，请用右上角的“退出”。');
    default:
      return command;
  }
}

function reachable(command: Extract<AccountCommand, { verb: 'changeContact' }>): AccountCommand | Refusal {
  const { contact, kinds } = command;
  if ([...contact.byMail, ...contact.bySms].some((name) => !kinds.includes(name)))
    return refuse('SEC-21', '机构和人员登记', '所选的消息种类不存在，请刷新页面后重新选择。');
  const [email, mobile] = [mailAddressIn(contact.email) ?? '', mobileIn(contact.mobile) ?? ''];
  if (email === '' && contact.byMail.length > 0)
    return refuse('SEC-21', '机构和人员登记', '选了用邮件收的消息，还要填写电子邮箱。');
  if (mobile === '' && contact.bySms.length > 0)
    return refuse('SEC-21', '机构和人员登记', '选了用短信收的消息，还要填写手机号码。');
  const [byMail, bySms] = [[...new Set(contact.byMail)], [...new Set(contact.bySms)]];
  return { ...command, contact: { email, mobile, byMail, bySms } };
}
