/** 能不能办: what an officer may do with a document, each with the reason where he may not. */
import { permitInSome } from '../people/actor.ts';
import { type PublicationVerb, VERB_TERMS } from '../publications/commands.ts';
import type { Document } from '../publications/document.ts';
import type { Edition } from '../publications/edition.ts';
import { permit } from '../publications/permissions.ts';
import { refuseReviewedBefore } from '../publications/review/after-withdrawal.ts';
import type { Chains } from '../publications/review/chains.ts';
import { scheduledRelease } from '../publications/review/schedule.ts';
import { refuseUnreviewed, reviewStanding } from '../publications/review/standing.ts';
import { TRACK_NAMES } from '../publications/review/steps.ts';
import type { PublicationView } from './contract.ts';
import type { Officer } from './reach.ts';

const VERBS: readonly PublicationVerb[] = [
  'revise',
  'submit',
  'answerReturn',
  'clearFinding',
  'publish',
  'schedule',
  'unschedule',
  'publishUrgently',
  'withdraw',
  'repeal',
];

export function publicationVerbs(
  officer: Officer,
  document: Document,
  chains: Chains,
  edition: Edition | null,
): PublicationView['verbs'] {
  return VERBS.map((verb) => verbView(verb, officer, document, chains, edition));
}

/** Greyed with the reason, by the right of the officer first and then by how far the edition is. */
function verbView(
  verb: PublicationVerb,
  officer: Officer,
  document: Document,
  chains: Chains,
  edition: Edition | null,
): PublicationView['verbs'][number] {
  const permission = permitInSome(officer, (as) => permit(verb, as, document));
  const why = permission.allowed ? notYet(verb, document, chains, edition) : permission.refusal.says;
  return { verb, term: VERB_TERMS[verb], allowed: why === null, why };
}

function notYet(verb: PublicationVerb, document: Document, chains: Chains, edition: Edition | null): string | null {
  const state = edition && reviewStanding(chains, document.marks, edition.hash).state;
  const reviewed = TRACK_NAMES.some((track) => chains[track].length > 0);
  switch (verb) {
    case 'submit':
      if (document.draft === null) return '没有待审的稿子。';
      if (!reviewed) return '这条信息由发布人直接审核发布，不需要送审。';
      return state === 'notSubmitted' ? null : '这一稿已经送审。';
    case 'answerReturn':
      return state === 'withAuthor' ? null : '这一稿没有退回待改。';
    case 'clearFinding':
      return edition ? null : '没有在审的稿子。';
    case 'unschedule':
      return document.draft && scheduledRelease(document.marks, document.draft.hash) ? null : '没有定时发布。';
    case 'publish':
    case 'schedule':
    case 'publishUrgently': {
      if (document.draft === null) return '没有待发布的稿子。';
      const before = refuseReviewedBefore(document, document.draft);
      if (before) return before.says;
      const unreviewed = refuseUnreviewed(chains, document.marks, document.draft)?.says ?? null;
      if (verb !== 'publishUrgently') return unreviewed;
      return unreviewed === null ? '审校已经完成，直接发布即可。' : null;
    }
    default:
      return null;
  }
}
