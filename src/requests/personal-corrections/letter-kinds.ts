/** 更正的文书种类 [REQ-123] (《条例》第四十一条): the series of each, what it must say and our wording of it, which an agency may adapt [LET-11]. */
import { art } from '../../statute/articles.ts';
import type { SeriesName } from '../numbers.ts';

interface CorrectionLetterKind {
  readonly term: string;
  readonly basis: string;
  readonly series: SeriesName | null;
  /** Fields without which the letter does not do what the law asks. */
  readonly must: readonly string[];
  /** All it can name, beside those of identity. */
  readonly fields: readonly string[];
  readonly wording: string;
}

const ABOUT =
  '本机关于{{收到日期}}收到你（单位）的更正申请，登记号为{{登记号}}，要求更正的记录为：{{记录}}；所述不准确之处为：{{不准确之处}}。';
const OF_APPLICATION = ['收到日期', '登记号', '记录', '不准确之处', '法律依据'] as const;

export const CORRECTION_LETTERS = {
  proofNotice: {
    term: '补充证据告知书',
    basis: art(41),
    series: null,
    must: ['记录', '法律依据', '需要的证据', '提交日期'],
    fields: [...OF_APPLICATION, '需要的证据', '提交日期'],
    wording: `${ABOUT}
根据{{法律依据}}，要求更正本人信息应当有证据证明记录不准确。请于{{提交日期}}以前提交下列证据：
{{需要的证据}}
逾期没有提交的，本机关根据现有材料作出决定。`,
  },
  answer: {
    term: '更正答复书',
    basis: art(41),
    series: 'personalCorrectionReply',
    must: ['记录', '事实和理由', '法律依据', '结论', '有权机关', '救济途径'],
    fields: [...OF_APPLICATION, '事实和理由', '结论', '有权机关', '救济途径'],
    wording: `${ABOUT}
{{事实和理由}}
根据{{法律依据}}，答复如下：{{结论}}。
{{有权机关}}
{{救济途径}}`,
  },
  transfer: {
    term: '更正申请转送函',
    basis: art(41),
    series: 'personalCorrectionTransfer',
    must: ['申请人', '记录', '不准确之处', '事实和理由', '法律依据'],
    fields: [...OF_APPLICATION, '事实和理由'],
    wording: `本机关于{{收到日期}}收到{{申请人}}提出的更正申请，要求更正的记录为：{{记录}}；所述不准确之处为：{{不准确之处}}。
{{事实和理由}}
根据{{法律依据}}，现将该申请转送贵单位处理。请将处理结果告知申请人（联系电话：{{联系电话}}；通信地址：{{通信地址}}）。`,
  },
} as const satisfies Record<string, CorrectionLetterKind>;

export type CorrectionLetterName = keyof typeof CORRECTION_LETTERS;
export const CORRECTION_LETTER_NAMES = Object.keys(CORRECTION_LETTERS) as CorrectionLetterName[];
