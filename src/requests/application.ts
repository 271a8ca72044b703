/**
 * 申请要件 (《条例》第二十九条第二款): name, proof of identity and a way to reach the applicant; a description by which the information
 * can be found; the form wanted. No purpose is asked for, since the Regulation of 2019 asks for none.
 */
import { art } from '../statute/articles.ts';
import type { Issue } from '../statute/issue.ts';
import type { ApplicantKindName } from './applicant-kinds.ts';
import { isMissing } from './decide/particulars.ts';
import { FORMS_WANTED, type FormWantedName } from './forms-wanted.ts';
import type { Applicant } from './info-request.ts';
import { isTelephone, wrongIdentity } from './typed-numbers.ts';

export interface Application {
  readonly applicantKind: ApplicantKindName;
  readonly applicant: Applicant;
  readonly wanted: string;
  readonly formWanted: FormWantedName;
}

/** [REQ-109] Besides who stands for them. */
const TOGETHER_AT_MOST = 30;

/** 填写核对 [REQ-2]: what the online form still lacks, field by field. */
export function checkApplication(application: Application): Issue[] {
  const { together = [] } = application.applicant;
  const lacks = lacksOf(application);
  if (together.length <= TOGETHER_AT_MOST) return lacks;
  return [
    ...lacks,
    lack('/applicant/together', 1, `共同申请的其他人超过 ${TOGETHER_AT_MOST} 名。`, '请分成几份申请，或者当面提交。'),
  ];
}

/**
 * 来件还缺什么 [REQ-129]: what is asked for in a correction after whatever came in was registered. However many apply together on paper, they are
 * written down; of an agent the mandate is looked for, which no field of a form can prove.
 */
export function lacksOnPaper(application: Application): Issue[] {
  const lacks = lacksOf(application);
  if (!application.applicant.agent) return lacks;
  return [
    ...lacks,
    lack(
      '/applicant/agent',
      1,
      '由代理人提出的，要有申请人签名或者盖章的授权委托书。',
      '已经交了的，请上传到案卷附件，用途选“授权委托书”；没有交的，一并要求补正。',
    ),
  ];
}

function lacksOf({ applicantKind, applicant, wanted, formWanted }: Application): Issue[] {
  const issues: Issue[] = [];
  const natural = applicantKind === 'natural';
  const lacks = (...what: Parameters<typeof lack>) => issues.push(lack(...what));
  if (isMissing(applicant.name))
    lacks('/applicant/name', 1, `没有填写${natural ? '姓名' : '单位名称'}。`, '请填写与身份证明一致的名称。');
  if (isMissing(applicant.identity))
    lacks(
      '/applicant/identity',
      1,
      '没有填写身份证明。',
      natural ? '请填写居民身份证等证件的名称和号码。' : '请填写统一社会信用代码。',
    );
  if (!natural && isMissing(applicant.representative))
    lacks('/applicant/representative', 1, '没有填写联系人。', '请填写法定代表人或者经办人的姓名。');
  if (isMissing(applicant.phone) && isMissing(applicant.email) && isMissing(applicant.address))
    lacks('/applicant/phone', 1, '没有填写联系方式。', '电话、电子邮箱、通信地址至少填写一项。');
  issues.push(...numbersWrong(applicant));
  const { agent, together } = applicant;
  if (agent && isMissing(agent.name))
    lacks('/applicant/agent/name', 1, '没有填写代理人的姓名。', '请填写授权委托书上的代理人。');
  if (agent && isMissing(agent.identity))
    lacks('/applicant/agent/identity', 1, '没有填写代理人的身份证明。', '请填写代理人证件的名称和号码。');
  if (agent && isMissing(agent.phone))
    lacks('/applicant/agent/phone', 1, '没有填写代理人的电话。', '办理中有事先联系代理人。');
  if (together && together.length === 0)
    lacks(
      '/applicant/together',
      1,
      '没有填写共同申请的其他人。',
      '请一行写一个姓名或者名称；只有一个人的，选“为自己申请”。',
    );
  if (formWanted === 'paperByPost' && isMissing(applicant.address))
    lacks('/applicant/address', 3, '要求邮寄，但是没有填写通信地址。', '请填写能够收到信件的地址和邮政编码。');
  if (isMissing(wanted))
    lacks('/wanted', 2, '没有描述所需的政府信息。', '请写明信息的名称、文号，或者便于查询的其他特征。');
  if (!Object.hasOwn(FORMS_WANTED, formWanted))
    lacks('/formWanted', 3, '没有选择获取信息的方式。', '请选择邮寄、当面领取、电子文件或者查阅抄录。');
  return issues;
}

/**
 * 号码写得对不对 [REQ-132], where they were written: in the form of the applicant and of his agent. At the counter they are asked for again, since both
 * the certificate and the person are there; of what came on paper it is told, never refused.
 */
export function numbersWrong({ identity, phone, agent }: Applicant): Issue[] {
  const wrong = (at: string, person: Pick<Applicant, 'identity' | 'phone'>) => {
    const card = wrongIdentity(person.identity);
    const misdialled = !isMissing(person.phone) && !isTelephone(person.phone);
    return [
      ...(card ? [mistyped(`${at}/identity`, card, '请对照证件检查。')] : []),
      ...(misdialled
        ? [mistyped(`${at}/phone`, '电话号码的格式不对。', '只写数字、空格、加号、短横线和括号，数字至少7位。')]
        : []),
    ];
  };
  return [...wrong('/applicant', { identity, phone }), ...(agent ? wrong('/applicant/agent', agent) : [])];
}

function mistyped(where: string, says: string, advice: string): Issue {
  return { ...lack(where, 1, says, advice), code: 'REQ-132' };
}

function lack(where: string, item: number, says: string, advice: string): Issue {
  return { code: 'REQ-2', severity: 'error', where, says, basis: art(29, { paragraph: 2, item }), advice };
}
