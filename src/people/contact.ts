/** 联系方式 for notices: the shapes that can be written to. Narrow on purpose: one address, nothing that a mail program reads as two. */
import type { Issue } from '../statute/issue.ts';

const MAIL = /^[\w.+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** The address as it is written to; undefined when it is none. */
export function mailAddressIn(text: string): string | undefined {
  const address = text.trim();
  return address.length <= 200 && MAIL.test(address) ? address : undefined;
}

/** 手机号码 of eleven digits, whatever blanks and country code it was written with. */
export function mobileIn(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '').replace(/^(?:\+|00)86/, '');
  return MOBILE.test(digits) ? digits : undefined;
}

/** 本人的联系方式; what is not given is empty. */
export interface OfficerContact {
  readonly email: string;
  readonly mobile: string;
  /** Names of the kinds of notices that are sent there, besides being shown in the product. */
  readonly byMail: readonly string[];
  readonly bySms: readonly string[];
}

export const NO_CONTACT: OfficerContact = { email: '', mobile: '', byMail: [], bySms: [] };

/** [SEC-21] What is wrong with the form. */
export function checkContact({ email, mobile }: Pick<OfficerContact, 'email' | 'mobile'>): Issue[] {
  const issue = (where: string, says: string, advice: string): Issue => ({
    ...{ code: 'SEC-21', severity: 'error', where, says, basis: '机构和人员登记', advice },
  });
  const issues: Issue[] = [];
  if (email.trim() !== '' && !mailAddressIn(email))
    issues.push(issue('/email', '电子邮箱的格式不对。', '请写一个邮箱地址，例如 name@example.gov.cn。'));
  if (mobile.trim() !== '' && !mobileIn(mobile))
    issues.push(issue('/mobile', '手机号码应当是11位数字。', '请核对；不用短信的可以不填。'));
  return issues;
}
