/**
 * 发文字号 [PUB-4]: `兴政发〔2024〕7号`. 《党政机关公文格式》(GB/T 9704):年份应标全称,用六角括号“〔〕”括入;发文顺序号不加“第”字,不编虚位.
 */
import type { Issue } from '../statute/issue.ts';

const SHAPE = /^.+〔\d{4}〕[1-9]\d*号$/;
const NEARLY = /^(?<body>.+?)\s*[〔[【((〖「〈](?<year>\d{4})年?[〕\]】))〗」〉]\s*第?0*(?<serial>[1-9]\d*)\s*号$/;

/** The number as it should have been written; undefined when nobody can tell. */
export function correctedDocumentNumber(typed: string): string | undefined {
  const parts = NEARLY.exec(typed.normalize('NFKC').trim())?.groups;
  return parts && `${parts.body}〔${parts.year}〕${parts.serial}号`;
}

/** @returns undefined when the number is well formed */
export function checkDocumentNumber(docNo: string): Issue | undefined {
  if (SHAPE.test(docNo)) return undefined;
  const better = correctedDocumentNumber(docNo);
  return {
    code: 'PUB-4',
    severity: 'error',
    where: 'docNo',
    says: `发文字号“${docNo}”写法不对。`,
    basis: '《党政机关公文格式》(GB/T 9704)',
    advice: better
      ? `改为“${better}”：年份用六角括号，序号前不加“第”、不补零。`
      : '写成“机关代字〔年份〕序号号”，例如“兴政发〔2024〕7号”。',
  };
}
