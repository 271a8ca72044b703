/**
 * 政府公报 Gazette [PUB-72…74] (《条例》第二十三条；国办发〔2018〕22号): an issue is a document of kind `gazette` whose particulars carry year, number
 * and contents, so that what is reviewed and published is one edition with one hash. It prints what is public already, whole and unchanged.
 */
import { AGENCY_KINDS, type AgencyKindName } from '../people/agency.ts';
import type { Paper, PaperBlock } from '../statute/paper.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { htmlOfText, wordsInHtml } from './body.ts';
import type { DocumentId } from './document.ts';
import { documentPaper } from './document-paper.ts';
import type { GazetteIssue, GazetteSection } from './gazette-issue.ts';
import type { PublicDocument, PublicLine } from './public-view.ts';

export const MOST_SECTIONS = 20;
export const MOST_PRINTED = 100;
export const LONGEST_HEADING = 30;
/** What an issue may print: policy documents and what concerns persons and meetings, never another issue. */
export const GAZETTE_BASIS = '国办发〔2018〕22号';

/** 县级可以结合实际探索创办；部门和乡镇、街道不办. */
const PUBLISHERS: readonly AgencyKindName[] = ['county', 'office'];

export const documentsPrinted = (issue: GazetteIssue | null): DocumentId[] =>
  (issue?.contents ?? []).flatMap(({ documentIds }) => documentIds);

export function mayPrintGazette(kind: AgencyKindName): boolean {
  return PUBLISHERS.includes(kind);
}

/** @param taken whether another issue bears the year and number */
export function refuseIssue(
  { year, number, contents = [] }: GazetteIssue,
  agencyKind: AgencyKindName,
  taken: boolean,
  printable: ReadonlySet<DocumentId>,
): Refusal | undefined {
  if (!mayPrintGazette(agencyKind)) {
    const says = `${AGENCY_KINDS[agencyKind].term}不办公报，文件由县政府公报刊登。请由县政府或者政府办公室编。`;
    return refuse('PUB-72', GAZETTE_BASIS, says);
  }
  if (taken)
    return refuse('PUB-72', GAZETTE_BASIS, `${year} 年第 ${number} 期已经有了。请改期号，或者打开那一期修改。`);
  const printed = contents.flatMap(({ documentIds }) => documentIds);
  if (printed.length === 0) return refuse('PUB-73', GAZETTE_BASIS, '目录是空的。请至少选一件已经发布的文件。');
  if (contents.length > MOST_SECTIONS || printed.length > MOST_PRINTED)
    return refuse('PUB-73', GAZETTE_BASIS, `一期最多 ${MOST_SECTIONS} 个栏目、${MOST_PRINTED} 件。请分成两期。`);
  const bare = contents.find(({ heading, documentIds }) => heading.trim() === '' || documentIds.length === 0);
  if (bare) return refuse('PUB-73', GAZETTE_BASIS, '每个栏目都要有名称和至少一件文件。请补上，或者去掉这个栏目。');
  if (contents.some(({ heading }) => heading.length > LONGEST_HEADING))
    return refuse('PUB-73', GAZETTE_BASIS, `栏目名称最多 ${LONGEST_HEADING} 个字。`);
  if (new Set(printed).size < printed.length)
    return refuse('PUB-73', GAZETTE_BASIS, '同一件文件在目录里出现了两次，请去掉一次。');
  return refuseUnprintable(printed, printable);
}

/** [PUB-73] What is not public, or no more, is not printed. */
export function refuseUnprintable(
  printed: readonly DocumentId[],
  printable: ReadonlySet<DocumentId>,
): Refusal | undefined {
  const lost = printed.filter((id) => !printable.has(id)).length;
  if (lost === 0) return undefined;
  return refuse('PUB-73', GAZETTE_BASIS, `目录里有 ${lost} 件没有发布、已经撤回或者是别的公报。请从目录里去掉。`);
}

export const issueName = ({ year, number }: Pick<GazetteIssue, 'year' | 'number'>) => `${year}年第${number}期`;

/** 正文: what stands on the cover, and the contents in words, so that a search finds what an issue printed. */
export function issueBody(cover: string, contents: readonly GazetteSection[], titles: ReadonlyMap<DocumentId, string>) {
  const sections = contents.map(({ heading, documentIds }) => {
    const entries = documentIds.map((id) => `<li>${wordsInHtml(titles.get(id) ?? '')}</li>`).join('');
    return `<h2>${wordsInHtml(heading.trim())}</h2><ol>${entries}</ol>`;
  });
  return htmlOfText(cover) + sections.join('');
}

/** A section with the lines the public may read of it. */
export interface ShownSection {
  readonly heading: string;
  readonly lines: readonly PublicLine[];
}

/** 公报的 PDF [PRT-94]: masthead, contents, then every document whole, as it was printed on the site. */
export function gazettePaper(
  issue: GazetteIssue,
  masthead: string,
  sections: readonly ShownSection[],
  documents: ReadonlyMap<DocumentId, PublicDocument>,
  addressOf: (id: DocumentId) => string,
): Paper {
  const blocks: PaperBlock[] = [];
  for (const { heading, lines } of sections) {
    blocks.push({ kind: 'heading', level: 1, text: heading });
    for (const { title, docNo } of lines)
      blocks.push({ kind: 'paragraph', text: docNo ? `${title}（${docNo}）` : title });
  }
  for (const { lines } of sections)
    for (const { id } of lines) {
      const document = documents.get(id);
      if (!document) continue;
      const { title, blocks: text } = documentPaper(document, addressOf(id));
      blocks.push({ kind: 'heading', level: 1, text: title }, ...text);
    }
  return {
    title: `${masthead}${issueName(issue)}`,
    letterhead: { issuer: masthead, number: issueName(issue) },
    blocks,
  };
}
