/** 换用、停用词库 [REV-22, REV-28]: the office that answers for disclosure says which words its agencies look for; a list replaces the one before it. */
import { canonical, sm3 } from '../ledger/entry.ts';
import { type Actor, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { Decision, Scene } from '../perform.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { CountyWords } from './county-words.ts';
import type { WordList } from './wording.ts';

export interface ReplaceWords {
  readonly verb: 'replaceWords';
  readonly agencyId: AgencyId;
  readonly list: WordList;
  /** The version on screen when it was uploaded; 0 where there was none. */
  readonly seen: number;
}

/** 停用: from then on the shipped words and those of the agencies above are looked for; what was in use stays on file. */
export interface EndWords {
  readonly verb: 'endWords';
  readonly agencyId: AgencyId;
  readonly seen: number;
}

export type WordCommand = ReplaceWords | EndWords;

export interface LoadedWords {
  /** The list in force; undefined before the first. */
  readonly current: Pick<CountyWords, 'version' | 'hash'> | undefined;
}

export const WORDS_BASIS = '先审后发制度';
export const WORD_ROLES = ['officeHead', 'publisher'] as const;

export function permitWords(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, WORD_ROLES, agencyId);
}

const NONE: WordList = { words: [], allowed: [] };

export function decideWords(loaded: LoadedWords, command: WordCommand, scene: Scene): Decision<CountyWords> | Refusal {
  if (command.verb === 'replaceWords') return put(loaded, command, scene, 'wordsReplaced');
  const { current } = loaded;
  if (current === undefined || current.hash === hashOf(NONE))
    return refuse('NOTHING_TO_END', WORDS_BASIS, '这个机关现在没有在用的词库，不用停用。');
  return put(loaded, { ...command, list: NONE }, scene, 'wordsEnded');
}

const hashOf = ({ words, allowed }: WordList) => sm3(canonical({ words, allowed }));

function put(
  { current }: LoadedWords,
  { agencyId, list: { words, allowed }, seen }: Pick<ReplaceWords, 'agencyId' | 'list' | 'seen'>,
  { actor, at }: Scene,
  verb: 'wordsReplaced' | 'wordsEnded',
): Decision<CountyWords> | Refusal {
  if (seen !== (current?.version ?? 0))
    return refuse('STALE', WORDS_BASIS, '你打开这个页面以后，别的同事换过词库，这一份没有用上。请刷新，看过他的再定。');
  const hash = hashOf({ words, allowed });
  if (hash === current?.hash) return refuse('NOTHING_CHANGED', WORDS_BASIS, '与现在用的词库一样，不用再上传。');
  const next = { agencyId, version: seen + 1, words, allowed, hash, by: actor.id, at: at.toISOString() };
  return {
    next,
    entry: {
      verb,
      subject: agencyId,
      agencyId,
      basis: WORDS_BASIS,
      content: { version: next.version, hash, words: words.length, allowed: allowed.length },
    },
  };
}
