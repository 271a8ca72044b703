/** 制发文书 [LET-1]: the letters that the newest fact of a file issues, composed and ready to be numbered and kept. */
import { canonical, sm3 } from '../../ledger/entry.ts';
import { inProse } from '../../statute/civil-date.ts';
import type { Paper, PaperBlock } from '../../statute/paper.ts';
import { otherAddressee } from '../dissent.ts';
import type { RequestFact } from '../facts.ts';
import type { SeriesName } from '../numbers.ts';
import { type LetterScene, SENTENCES, valuesOf } from './fields.ts';
import { LETTER_KIND_NAMES, type LetterKindName, letterKind } from './kinds.ts';
import type { Letter, LetterMark, LetterOffice } from './letter.ts';
import { merged, plain } from './wording.ts';

/** 文号 by series, as the store has taken them for this act. */
export type Numbers = Readonly<Partial<Record<SeriesName, string>>>;

export function kindsIssuedBy(fact: RequestFact, facts: readonly RequestFact[]): LetterKindName[] {
  return LETTER_KIND_NAMES.filter((name) => letterKind(name).issuedBy(fact, facts));
}

/** @throws Error when the store has not taken a number that a letter needs, which is a fault */
export function issue(scene: LetterScene, numbers: Numbers): Letter[] {
  const fact = scene.facts.at(-1)!;
  return kindsIssuedBy(fact, scene.facts).map((name) => {
    const { series } = letterKind(name);
    const number = series === null ? null : fact.type === 'signed' ? fact.replyNumber : numbers[series];
    if (number === undefined) throw new Error(`no number was taken for ${name}`);
    return { kind: name, number, paper: compose(name, scene, number) };
  });
}

export function compose(name: LetterKindName, scene: LetterScene, number: string | null): Paper {
  const { term, basis, to, wording, annex } = letterKind(name);
  const { office, facts } = scene;
  const fact = facts.at(-1)!;
  const words = merged(office.wordings[name] ?? wording, valuesOf(scene, basis), SENTENCES);
  const addressee = to === 'applicant' ? merged('{{申请人}}：', {}) : `${plain(otherAddressee(fact, facts) ?? '')}：`;
  const blocks: PaperBlock[] = [
    ...(name === 'serviceRecord' ? [] : [{ kind: 'addressee', text: addressee } as const]),
    ...words.split('\n').map((text) => ({ kind: 'paragraph', text }) as const),
    ...(annex?.(fact) ?? []),
    { kind: 'closing', issuer: office.name, date: inProse(fact.on) },
    ...contactNote(office),
  ];
  return { title: term, letterhead: { issuer: office.name, number }, blocks };
}

/** 联系方式 of the disclosure office, where it is known. */
export function contactNote(office: LetterOffice): PaperBlock[] {
  const { office: bureau, phone, address } = office.contact;
  const known = [
    ['承办机构', bureau],
    ['联系电话', phone],
    ['地址', address],
  ].flatMap(([term, value]) => (value ? [`${term}：${value}`] : []));
  return known.length > 0 ? [{ kind: 'note', text: known.join('；') }] : [];
}

export function markOf({ kind, number, paper }: Letter): LetterMark {
  return { kind, number, hash: sm3(canonical(paper)) };
}
