/** 词库表 read in [REV-23]: all of it or nothing; a trial is told and not taken. */
import { perform } from '../../perform.ts';
import { readSheet } from '../../platform/papers/sheet.ts';
import { SHIPPED_WORDS } from '../../review/shipped-words.ts';
import { wordStairs } from '../../review/store.ts';
import { MOST_WORDS, readWords, WORD_COLUMNS } from '../../review/word-sheet.ts';
import type { Issue } from '../../statute/issue.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { WordsRead } from '../contract/word-lists.ts';
import type { DeskDeps } from '../desk.ts';
import type { Officer } from '../reach.ts';
import type { WordSheetQuery } from './word-list-schemas.ts';

const ISSUE = { code: 'REV-23', severity: 'error', basis: '词库表的格式' } as const;

export async function readWordSheet(
  house: DeskDeps['house'],
  officer: Officer,
  agencyId: string,
  file: Buffer,
  { seen, trial = false }: WordSheetQuery,
): Promise<WordsRead | readonly Issue[] | Refusal> {
  const sheet = readSheet(file, WORD_COLUMNS, MOST_WORDS);
  if (sheet.faults.length > 0) return sheet.faults.map((fault) => ({ ...ISSUE, where: '整个文件', ...fault }));
  const { list, faults, notes } = readWords(sheet.lines, SHIPPED_WORDS);
  if (faults.length > 0)
    return faults.map(({ at, key, says, advice }) => {
      const { head } = WORD_COLUMNS.find((column) => column.key === key)!;
      return { ...ISSUE, where: `第 ${at} 行“${head}”`, says, advice };
    });
  const told = `${list.words.length} 个词、${list.allowed.length} 句白名单`;
  if (trial) return { says: `每一行都合格：${told}。还没有换用。`, notes };
  const done = await perform(house, wordStairs, officer, { verb: 'replaceWords', agencyId, list, seen });
  return isRefusal(done) ? done : { says: `已经换用第 ${done.version} 版：${told}。从下一次检查起按它查。`, notes };
}
