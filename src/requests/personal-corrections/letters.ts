/**
 * 更正的文书 [REQ-123] (《条例》第四十一条): composed and merged as all letters are, kept as they were issued; who applied stands in them as a mark and is
 * filled in when one is drawn up. 转送函 goes to the agency that may put it right, which has to know whose record it is.
 */
import { canonical, sm3 } from '../../ledger/entry.ts';
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import type { Paper } from '../../statute/paper.ts';
import { inFull } from '../letters/fields.ts';
import { contactNote } from '../letters/issue.ts';
import type { LetterOffice } from '../letters/letter.ts';
import { eitherParagraph } from '../letters/remedy-paragraph.ts';
import { merged, plain } from '../letters/wording.ts';
import type { SeriesName } from '../numbers.ts';
import type { CorrectionFact } from './facts.ts';
import { CORRECTION_OUTCOMES } from './outcomes.ts';
import type { PersonalCorrection } from './personal-correction.ts';

interface CorrectionLetterKind {
  readonly term: string;
  readonly series: SeriesName | null;
  readonly wording: string;
}

const ABOUT =
  '本机关于{{收到日期}}收到你（单位）提出的更正申请，登记号为{{登记号}}，要求更正的记录为：{{记录}}；所述不准确之处为：{{不准确之处}}。';

export const CORRECTION_LETTERS = {
  proofNotice: {
    term: '补充证据告知书',
    series: null,
    wording: `${ABOUT}
根据{{法律依据}}，要求更正本人信息应当有证据证明记录不准确。请于{{提交日期}}以前提交下列证据：
{{需要的证据}}
逾期没有提交的，本机关根据现有材料作出决定。`,
  },
  answer: {
    term: '更正答复书',
    series: 'personalCorrectionReply',
    wording: `${ABOUT}
{{事实和理由}}
根据{{法律依据}}，答复如下：{{结论}}。
{{有权机关}}
{{救济途径}}`,
  },
  transfer: {
    term: '更正申请转送函',
    series: 'personalCorrectionTransfer',
    wording: `本机关于{{收到日期}}收到{{申请人}}提出的更正申请，要求更正的记录为：{{记录}}；所述不准确之处为：{{不准确之处}}。
{{事实和理由}}
根据{{法律依据}}，现将该申请转送贵单位处理。请将处理结果告知申请人（联系电话：{{联系电话}}；通信地址：{{通信地址}}）。`,
  },
} as const satisfies Record<string, CorrectionLetterKind>;

export type CorrectionLetterName = keyof typeof CORRECTION_LETTERS;
export const CORRECTION_LETTER_NAMES = Object.keys(CORRECTION_LETTERS) as CorrectionLetterName[];

export interface CorrectionLetter {
  readonly kind: CorrectionLetterName;
  readonly number: string | null;
  readonly paper: Paper;
}

/** 文号 the store has taken for the act; empty where it issues none. */
export interface CorrectionNumbers {
  readonly answer: string;
  readonly transfer: string;
}

interface CorrectionLetterScene {
  readonly correction: PersonalCorrection;
  /** The one that issues the letters. */
  readonly fact: CorrectionFact;
  readonly office: LetterOffice;
}

export function issueCorrectionLetters(scene: CorrectionLetterScene, numbers: CorrectionNumbers): CorrectionLetter[] {
  const { fact } = scene;
  if (fact.type === 'proofAsked') return [letter('proofNotice', null, scene)];
  if (fact.type !== 'decided') return [];
  return [
    letter('answer', numbers.answer, scene),
    ...(fact.outcome === 'transferred' ? [letter('transfer', numbers.transfer, scene)] : []),
  ];
}

function letter(kind: CorrectionLetterName, number: string | null, scene: CorrectionLetterScene): CorrectionLetter {
  const { term, wording } = CORRECTION_LETTERS[kind];
  const { fact, office } = scene;
  const to = kind === 'transfer' && fact.type === 'decided' ? `${plain(fact.to)}：` : merged('{{申请人}}：', {});
  return {
    kind,
    number,
    paper: {
      title: term,
      letterhead: { issuer: office.name, number },
      blocks: [
        { kind: 'addressee', text: to },
        ...merged(wording, valuesOf(scene))
          .split('\n')
          .map((text) => ({ kind: 'paragraph', text }) as const),
        { kind: 'closing', issuer: office.name, date: inProse(fact.on) },
        ...contactNote(office),
      ],
    },
  };
}

function valuesOf({ correction, fact, office }: CorrectionLetterScene): Readonly<Record<string, string>> {
  const about = {
    收到日期: inProse(correction.receivedOn),
    登记号: correction.number,
    记录: correction.record,
    不准确之处: correction.wrong,
    法律依据: inFull(art(41)),
  };
  if (fact.type === 'proofAsked') return { ...about, 需要的证据: fact.what, 提交日期: inProse(fact.until) };
  if (fact.type !== 'decided') return about;
  const { concludes, names } = CORRECTION_OUTCOMES[fact.outcome];
  return {
    ...about,
    事实和理由: fact.why,
    结论: concludes,
    有权机关: names ? `有权更正的行政机关：${fact.to}` : '',
    救济途径: `如不服本答复，${eitherParagraph(office)}`,
  };
}

export function markOfCorrection({ kind, number, paper }: CorrectionLetter) {
  return { kind, number, hash: sm3(canonical(paper)) };
}
