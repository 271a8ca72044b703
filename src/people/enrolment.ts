/** 登记核对 of officers and agencies: what is wrong with a form, before anything is decided. */
import { type CivilDate, parseCivilDate } from '../statute/civil-date.ts';
import type { Issue } from '../statute/issue.ts';
import { AGENCY_KINDS, type AgencyKindName } from './agency.ts';
import { checkPassword } from './password-rules.ts';

const CREDIT_CODE = /^[0-9A-HJ-NP-RT-UW-Y]{18}$/;
const SIGN_IN_NAME = /^[\w.-]{2,50}$/;

const issue = (where: string, says: string, advice: string): Issue => ({
  code: 'ENROLMENT',
  severity: 'error',
  where,
  says,
  basis: '机构和人员登记',
  advice,
});

export interface OfficerForm {
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

export function checkOfficer({ name, signInName, password }: OfficerForm): Issue[] {
  const issues: Issue[] = [];
  if (name.trim() === '') issues.push(issue('/name', '没有填写姓名。', '请填写本人的姓名，留痕和签发都用它。'));
  if (!SIGN_IN_NAME.test(signInName.trim()))
    issues.push(issue('/signInName', '登录名至少2个字符，只能用字母、数字和 . _ -。', '例如姓名的拼音。'));
  return [...issues, ...checkPassword(password, [signInName.trim(), name.trim()])];
}

export interface AgencyForm {
  readonly name: string;
  readonly kind: string;
  readonly creditCode: string;
}

export function checkAgency({ name, kind, creditCode }: AgencyForm): Issue[] {
  const issues: Issue[] = [];
  if (name.trim() === '') issues.push(issue('/name', '没有填写机关名称。', '请填写全称，例如“示例县财政局”。'));
  if (!isAgencyKind(kind))
    issues.push(issue('/kind', '没有选择机关类别。', '类别决定年度报告的截止日期，请从列表里选。'));
  if (!CREDIT_CODE.test(creditCode.trim()))
    issues.push(issue('/creditCode', '统一社会信用代码应当是18位。', '请照登记证书填写，字母用大写。'));
  return issues;
}

/** 成立日期 [ANR-72]; empty where it was there before. */
export function checkFounding(foundedOn: string, today: CivilDate): Issue[] {
  const day = parseCivilDate(foundedOn);
  if (foundedOn === '' || (day && day <= today)) return [];
  return [issue('/foundedOn', '成立日期应当是今天或者今天以前的日子。', '请照成立的文件填写；不是新成立的，不用填。')];
}

export function isAgencyKind(kind: string): kind is AgencyKindName {
  return Object.hasOwn(AGENCY_KINDS, kind);
}
