/**
 * 索引号 IndexNumber [PUB-1, PUB-2]. 《条例》第十二条:目录应当包括政府信息的索引. No provision fixes its form; ours is
 * `{统一社会信用代码}/{年}-{5位流水}`, counted up by agency and year, given once and never to another document.
 */
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

export type IndexNumber = string;

const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

export function indexNumber(creditCode: string | null, year: number, serial: number): IndexNumber | Refusal {
  if (creditCode === null || !CREDIT_CODE.test(creditCode)) {
    return refuse(
      'PUB-1',
      art(12),
      '本机关还没有登记统一社会信用代码（18位），编不出索引号。请系统管理员在“机构与人员”里补上，再发布。',
    );
  }
  return `${creditCode}/${year}-${String(serial).padStart(5, '0')}`;
}
