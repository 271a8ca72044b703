/**
 * 申请人的痕迹 [REQ-112] (《条例》第十五条、《个人信息保护法》第六条): what of who applied stands in words that are to be published. Asked of the room
 * that may read identity; only the kind of the trace leaves it.
 */
import type { Db } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { factsOf } from '../facts.ts';
import type { Applicant, RequestFile } from '../info-request.ts';
import { openApplicant } from './applicants.ts';

type Mark = readonly [term: string, words: string];

/** A shorter piece would be found in words that say nothing of him. */
const SHORTEST = { name: 2, number: 6, address: 5 } as const;

/** @returns what was found, by its term */
export async function applicantTraces(
  db: Db,
  { request, facts }: Pick<RequestFile, 'request' | 'facts'>,
  words: string,
  keys: Pick<KeyRing, 'open'>,
): Promise<readonly string[]> {
  const applicant = await openApplicant(db, request.id, keys);
  const marks: readonly Mark[] = [
    ['登记号', request.number],
    ['查询号', request.queryNumber],
    ...factsOf(facts, 'signed').map(({ replyNumber }): Mark => ['答复文号', replyNumber]),
    ...(applicant ? marksOf(applicant) : []),
  ];
  const folded = fold(words);
  const found = marks.filter(([, mark]) => mark.trim() !== '' && folded.includes(fold(mark)));
  return [...new Set(found.map(([term]) => term))];
}

function marksOf({ name, identity, phone, email, address, representative, agent, together = [] }: Applicant): Mark[] {
  const long = (least: number, marks: readonly Mark[]) => marks.filter(([, words]) => fold(words).length >= least);
  const numbers = (term: string, words: string) =>
    words
      .split(' ')
      .flatMap((one) => fold(one).match(/[0-9A-Z]+/g) ?? [])
      .map((number): Mark => [term, number]);
  return [
    ...long(SHORTEST.name, [
      ['申请人的姓名或者名称', name],
      ['联系人', representative],
      ['代理人', agent?.name ?? ''],
      ...together.map((other): Mark => ['共同申请人', other]),
    ]),
    ...long(SHORTEST.number, [
      ...numbers('证件号码', `${identity} ${agent?.identity ?? ''}`),
      ...numbers('联系电话', `${phone} ${agent?.phone ?? ''}`),
      ['电子邮箱', email],
    ]),
    ...long(SHORTEST.address, [['通信地址', address]]),
  ];
}

/** Wide and narrow letters, blanks and hyphens make no difference. */
function fold(words: string): string {
  return words.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
