/** 内容检查: what the machine finds in the words of an edition and in its attachments, without what a person has let stand. */
import type { WordFinder } from '../review/county-words.ts';
import { type Finding, placed } from '../review/finding.ts';
import { findingsInWords } from '../review/findings-in-words.ts';
import { plainText } from './body.ts';
import type { Document } from './document.ts';
import type { Edition } from './edition.ts';

/** Fields of people's own words, and the body. */
const FIELDS = ['title', 'summary', 'topic', 'genre', 'issuer'] as const;

export function findingsOf(
  { marks }: Pick<Document, 'marks'>,
  { particulars, bodyHtml, attachments, changeNote }: Edition,
  finder: WordFinder,
): Finding[] {
  const named = attachments.map(({ id, name }) => [`attachments ${id}`, name.replace(/\.\w{1,5}$/, '')] as const);
  const texts = [
    ...FIELDS.map((field) => [field, particulars[field]] as const),
    ['keywords', particulars.keywords.join('\n')] as const,
    ['openModeReason', particulars.openModeReason ?? ''] as const,
    ['changeNote', changeNote ?? ''] as const,
    // What stands beside a picture or behind a link leaves as well.
    ['bodyHtml', [plainText(bodyHtml), ...attributesIn(bodyHtml)].join('\n')] as const,
  ];
  const cleared = new Set(marks.flatMap((mark) => (mark.type === 'cleared' ? [mark.finding] : [])));
  const found = [
    ...placed(texts.flatMap(([where, text]) => findingsInWords(text, where, finder))),
    ...placed(named.flatMap(([where, name]) => findingsInWords(name, where, finder))).map(inName),
    ...attachments.flatMap(({ findings }) => findings),
  ];
  return found.filter(({ key }, i) => !cleared.has(key) && found.findIndex((one) => one.key === key) === i);
}

function attributesIn(html: string): string[] {
  return [...html.matchAll(/\b(?:alt|title|href)="([^"]*)"/g)].map(([, value]) => decoded(value!));
}

/** Addresses may have their letters as numbers. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function inName(finding: Finding): Finding {
  return {
    ...finding,
    where: 'attachments',
    says: `附件的文件名里${finding.says}`,
    advice: `${finding.advice}文件名公众看得到，请改名。`,
  };
}
