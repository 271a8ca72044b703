/**
 * 发文字号 [PUB-4]: `兴政发〔2024〕7号`. 《党政机关公文格式》(GB/T 9704):年份应标全称,用六角括号“〔〕”括入;发文顺序号不加“第”字,不编虚位.
 */
import { fold, foldNumber } from '../review/chinese-folding.ts';
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

const MEANT =
  /(?<body>\p{Script=Han}{2,}?)\s*[〔[【(〖]?\s*(?<year>(?:19|20)\d\d)年?\s*[〕\]】)〗]?\s*第?\s*0*(?<serial>[1-9]\d*)\s*号/u;
/** 发文机关代字 is not longer. */
const LONGEST_BODY = 12;

/**
 * 按文号直达 [PUB-22]: what may be meant where somebody types a number as he remembers it (`县政发2024年018号文件`), folded as it is kept, with
 * what stands before the 机关代字 left out step by step.
 */
export function numbersMeant(typed: string): readonly string[] {
  const parts = MEANT.exec(fold(typed))?.groups;
  const body = Array.from(parts?.body ?? '').slice(-LONGEST_BODY);
  const bodies = body.slice(0, -1).map((_, from) => body.slice(from).join(''));
  return [foldNumber(typed), ...bodies.map((one) => foldNumber(`${one}${parts!.year}${parts!.serial}号`))];
}
