/**
 * 以所见为准 [SEC-8], for a document: what was decided on one text is not done to another, and what was decided while it was public, or scheduled, or
 * still under way is not done to one that a colleague has let out, taken back or returned meanwhile. Every act names the text and how many lines
 * the ledger had of it.
 */
import { entriesOf } from '../../ledger/store.ts';
import type { Hand } from '../../people/hand.ts';
import type { Stairs } from '../../perform.ts';
import type { PublicationCommand } from '../../publications/commands.ts';
import type { Document, DocumentId } from '../../publications/document.ts';
import type { Loaded } from '../../publications/loaded.ts';
import { TRAIL_TERMS } from '../../publications/proof/trail.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, refuse } from '../../statute/refusal.ts';
import { unmoved } from '../on-screen.ts';
import type { PublicationActSent } from './publication-schemas.ts';

interface WithActs extends Loaded {
  readonly acts: readonly { readonly type: string; readonly by: Hand }[];
}

export function publicationOnScreen(
  documentId: DocumentId,
  { verb, seen, edition }: Pick<PublicationActSent, 'verb' | 'seen' | 'edition'>,
): Stairs<WithActs, Document, PublicationCommand> {
  const withActs: Stairs<WithActs, Document, PublicationCommand> = {
    ...publicationStairs,
    async load(tx, command, scene) {
      const loaded = await publicationStairs.load(tx, command, scene);
      if (isRefusal(loaded)) return loaded;
      const entries = await entriesOf(tx, 'publications', documentId);
      return { ...loaded, acts: entries.map((entry) => ({ type: entry.verb, by: entry.actorId })) };
    },
  };
  const stairs = unmoved(withActs, seen, {
    factsOf: ({ acts }) => acts,
    terms: TRAIL_TERMS,
    what: '这条信息',
    basis: art(6),
    bearsOn: (act) => bearsOn(verb, act),
    ...(verb === 'revise' && { advice: MERGE }),
  });
  return {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      if (isRefusal(loaded) || loaded.document === null) return loaded;
      const { draft, live } = loaded.document;
      return (draft ?? live)?.hash === edition
        ? loaded
        : refuse('STALE', '办理流程', `你打开以后，这条信息有了新的修改。这一步没有办理；${MERGE}`);
    },
  };
}

const MERGE = '你写的内容还在页面上，请另开一页看过新的一稿，再决定怎样合并。';

/** What makes it another text, or another page of the public. */
const MOVES: readonly string[] = [
  'revised',
  'placed',
  'published',
  'releasedUrgently',
  'withdrawn',
  'repealed',
  'expired',
];

/** Who writes, reviews and judges works beside others; who lets out, or takes back, answers for all that was done. */
const BESIDE_OTHERS: readonly PublicationActSent['verb'][] = [
  ...(['revise', 'submit', 'passStep', 'returnStep', 'answerReturn', 'clearFinding'] as const),
];

function bearsOn(verb: PublicationActSent['verb'], act: string): boolean {
  if (MOVES.includes(act)) return true;
  if (BESIDE_OTHERS.includes(verb) || !(act in TRAIL_TERMS)) return false;
  // It is for the very case that not every step was taken.
  return verb !== 'publishUrgently' || act !== 'stepPassed';
}
