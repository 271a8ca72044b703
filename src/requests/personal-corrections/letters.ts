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
import type { CorrectionFact } from './facts.ts';
import { CORRECTION_LETTERS, type CorrectionLetterName } from './letter-kinds.ts';
import { CORRECTION_OUTCOMES } from './outcomes.ts';
import type { PersonalCorrection } from './personal-correction.ts';

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
        ...merged(office.wordings[kind] ?? wording, valuesOf(scene), ['需要的证据', '事实和理由', '有权机关'])
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
