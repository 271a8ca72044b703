/**
 * 附件 AttachedFile [PUB-61] (《条例》第十九条、第十七条): a file that goes out with an edition. It belongs to the edition as its text does: another file
 * makes another hash, and what was approved is void. What it hides and what it says of people is looked at when it comes.
 */
import { sm3 } from '../ledger/entry.ts';
import type { AgencyId } from '../people/agency.ts';
import type { WordFinder } from '../review/county-words.ts';
import { type Finding, findingOf, placed } from '../review/finding.ts';
import { findingsInWords } from '../review/findings-in-words.ts';
import type { WordsBehind } from '../review/hidden-content.ts';
import { art } from '../statute/articles.ts';
import type { Issue, Severity } from '../statute/issue.ts';

export type AttachedFileId = string;

export interface AttachedFile {
  readonly id: AttachedFileId;
  /** As the public sees and downloads it. */
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

/** What was uploaded, before an edition takes it along. */
export interface UploadedFile extends AttachedFile {
  readonly agencyId: AgencyId;
  readonly words: string;
  readonly addedBy: string;
  /** ISO 8601. */
  readonly addedAt: string;
}

/** How many go out with one document. */
export const MOST_ATTACHED = 30;

/** So many findings of one file are told one by one; a list of a village has a thousand. */
const MOST_TOLD = 20;

const ORDER: readonly Severity[] = ['error', 'warning', 'hint'];

/** 个人信息、看不见的内容: what holds the release until somebody has decided it, however slight it seems [REV-25]. */
export function holdsRelease(code: string): boolean {
  return code === 'REV-10' || code === 'FIL-14';
}

/**
 * [PUB-62] What the checks find in a file, the gravest first.
 * @param looked every word of it, what it says where nobody looks, and what lies in it unseen; @param finder of the words in force for the agency
 */
export function findingsInFile(
  { name, sha256 }: Pick<AttachedFile, 'name' | 'sha256'>,
  {
    words,
    hidden,
    behind = [],
  }: { readonly words: string; readonly hidden: readonly Issue[]; readonly behind?: readonly WordsBehind[] },
  finder: WordFinder,
): Finding[] {
  const found = [
    ...hidden.map((issue) => findingOf(issue, `${sha256} ${issue.says}`)),
    ...placed(findingsInWords(words, 'attachments', finder), sha256),
    ...placed(
      behind.flatMap(({ place, words: said }) => findingsBehind(place, said, finder)),
      sha256,
    ),
  ];
  const each = [...new Map(found.map((finding) => [finding.key, finding])).values()].sort(
    (a, b) =>
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
      Number(holdsRelease(b.code)) - Number(holdsRelease(a.code)),
  );
  const told = each
    .slice(0, MOST_TOLD)
    .map((finding) => ({ ...finding, where: 'attachments', says: `附件“${name}”：${finding.says}` }));
  return each.length > MOST_TOLD ? [...told, rest(name, sha256, each.slice(MOST_TOLD))] : told;
}

/**
 * [REV-28] The same by the words in force now: a word that came into the list since is found in a file that was there before, one that left it is found no
 * more. What was found of people, of hidden things and behind the file's face stays what it was. @param words every word of it
 */
export function findingsNow(file: AttachedFile, words: string, finder: WordFinder): Finding[] {
  const told = (says: string) => `附件“${file.name}”：${says}`;
  const now = placed(finder(words, 'attachments'), file.sha256);
  const found = new Set(now.map(({ key }) => key));
  const isOfList = ({ code, says }: Finding) => OF_LISTS.includes(code) && says.startsWith(told('有'));
  const kept = file.findings.filter((finding) => !isOfList(finding) || found.has(finding.key));
  const known = new Set(kept.map(({ key }) => key));
  const added = now
    .filter(({ key }) => !known.has(key))
    .map((finding) => ({ ...finding, where: 'attachments', says: told(finding.says) }));
  // Of a long list the rest was told as one, and is still undecided with it.
  return kept.length > MOST_TOLD ? kept : [...kept, ...added.slice(0, MOST_TOLD)];
}

/** Codes of what a list of words finds. */
const OF_LISTS: readonly string[] = ['REV-11', 'REV-12'];

/** 文件背后: a wrong word nobody reads there does no harm, a forbidden one or a number of a person does. */
function findingsBehind(place: string, words: string, finder: WordFinder): Finding[] {
  return findingsInWords(words, 'attachments', finder)
    .filter(({ code }) => code !== 'REV-12')
    .map((finding) => ({
      ...finding,
      key: sm3(`${place}\n${finding.key}`),
      says: `${place}里${finding.says}`,
      advice: `${finding.advice}打开“文件—信息—检查文档”（PDF 在“文档属性”）可以去掉，另存后再上传。`,
    }));
}

/** The others as one finding, as grave as the gravest of them, decided on for just these; what holds a release comes first among its like. */
function rest(name: string, sha256: string, others: readonly Finding[]): Finding {
  const { code, severity } = others[0]!;
  const keys = others.map(({ key }) => key).join(' ');
  const says = `附件“${name}”：另有 ${others.length} 处同类或者较轻的问题，没有逐处列出。`;
  const advice = '请在原文件里整体核对、处理后重新上传；确可保留的，由审校人判定并写明理由。';
  return findingOf({ code, severity, where: 'attachments', says, basis: art(17), advice }, `${sha256} ${keys}`);
}
