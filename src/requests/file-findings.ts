/**
 * 附件里查出的 [FIL-14, FIL-16] (《条例》第十五条、第十七条): what lies unseen in a file that goes out with a reply, and the numbers of people in it. The file is
 * taken and every find told; nothing goes out before it was taken out, or a person who did not upload it has let it stand and said why, which is kept
 * as evidence. Finds tell no more of a number than its first three and last two digits.
 */
import { sm3 } from '../ledger/entry.ts';
import { sharesPersonWithAny, whoseHand } from '../people/hand.ts';
import type { Finding } from '../review/finding.ts';
import type { WordsBehind } from '../review/hidden-content.ts';
import { inFigures } from '../review/number-forms.ts';
import { personalStretches } from '../review/personal-information.ts';
import { PERSONAL_INFORMATION } from '../review/personal-kinds.ts';
import { art } from '../statute/articles.ts';
import type { Issue } from '../statute/issue.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type FactOf, factsOf, lastOf, type ProvidedFile, type RequestFact } from './facts.ts';

/** A find as the draft keeps it, of the file that goes out with it. */
export type KeptFinding = Pick<Finding, 'key' | 'says'>;

/** 提供的信息 as it lies in the file. */
export interface ReleasedFile extends ProvidedFile {
  readonly findings: readonly Finding[];
  readonly addedBy: string;
}

/** Numbers that a reply must not carry of anybody but the applicant; telephones and addresses are told to him every day. */
const NUMBERS = ['居民身份证号码', '银行卡号'];

/** So many numbers of a kind are told one by one; a list of a village has a thousand. */
const MOST_TOLD = 20;

/** @param looked every word of it, what it says where nobody looks, and what lies in it unseen */
export function findingsInReleased(
  sha256: string,
  {
    words,
    hidden,
    behind = [],
  }: { readonly words: string; readonly hidden: readonly Issue[]; readonly behind?: readonly WordsBehind[] },
): Finding[] {
  const keyed = (issue: Issue): Finding => ({ ...issue, key: sm3(`FIL-14\n${sha256}\n${issue.says}`) });
  const texts = [{ place: '', words }, ...behind];
  return [
    ...hidden,
    ...texts.flatMap(({ place, words: said }) =>
      NUMBERS.flatMap((term) => numbersIn(said, term, place && `的${place}`)),
    ),
  ].map(keyed);
}

/** @param of the part of the file, `的文档属性`; empty for its face */
function numbersIn(words: string, term: string, of: string): Issue[] {
  const { advice } = PERSONAL_INFORMATION.find((kind) => kind.term === term)!;
  const told = (says: string): Issue => ({
    ...{ code: 'FIL-14', severity: 'error', where: '/file', says, basis: art(15) },
    advice: `${advice}确是申请人自己的，判定后可以提供。`,
  });
  const each = [...new Set(personalStretches(words, [term]).map(({ start, end }) => masked(words.slice(start, end))))];
  const rest = each.length - MOST_TOLD;
  return [
    ...each.slice(0, MOST_TOLD).map((number) => told(`文件${of}里有${term}：${number}。`)),
    ...(rest > 0 ? [told(`文件${of}里另有${term} ${rest} 个，没有逐个列出。`)] : []),
  ];
}

function masked(number: string): string {
  const compact = inFigures(number).replace(/[^\dXx]/g, '');
  return `${compact.slice(0, 3)}${'*'.repeat(Math.max(0, compact.length - 5))}${compact.slice(-2)}`;
}

/** 判定: who let a find stand, and why. The same content keeps its decision. */
export function clearingOf(key: string, facts: readonly RequestFact[]): FactOf<'findingCleared'> | undefined {
  return factsOf(facts, 'findingCleared').findLast(({ finding }) => finding === key);
}

/** 还没有判定的: finds in what goes out with the draft that stands. */
export function openFindings(facts: readonly RequestFact[]): KeptFinding[] {
  const files = lastOf(facts, 'drafted')?.files ?? [];
  return files.flatMap(({ findings = [] }) => findings.filter(({ key }) => !clearingOf(key, facts)));
}

/** Whether the draft may pass on with what it carries. */
export function refuseOpenFindings(facts: readonly RequestFact[]): Refusal | undefined {
  const open = openFindings(facts);
  if (open.length === 0) return undefined;
  const first = open.slice(0, 3).map(({ says }) => says.replace(/。$/, ''));
  return refuse(
    'FIL-16',
    art(17, { paragraph: 2 }),
    `随答复提供的附件还有 ${open.length} 处没有处理：${first.join('；')}${open.length > 3 ? '等' : ''}。请退回修改，换上去掉了的文件；确可提供的，由没有上传它的人在附件里逐处判定并写明理由。`,
  );
}

/** 四眼: who uploaded it, and who drafted the reply it goes out with, do not decide. */
export function refuseOwnFile(
  { addedBy }: Pick<ReleasedFile, 'addedBy'>,
  facts: readonly RequestFact[],
  by: string,
): Refusal | undefined {
  const draft = lastOf(facts, 'drafted');
  const hands = [addedBy, ...(draft ? [draft.by] : [])];
  return sharesPersonWithAny(hands, by)
    ? refuse(
        'FIL-16',
        art(17, { paragraph: 2 }),
        `这个附件或者附它的答复稿是${whoseHand(hands, by)}经手的，不能由你判定。请由没有经手的保密审查员、法制审核人或者公开工作机构负责人判定。`,
      )
    : undefined;
}
