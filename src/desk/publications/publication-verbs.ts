/** 能不能办: what an officer may do with a document, each with the reason where he may not. */
import { inSomeCapacity } from '../../people/actor.ts';
import { refuseClosedColumn } from '../../publications/closed-column.ts';
import type { Column, ColumnKey } from '../../publications/columns.ts';
import { type PublicationVerb, VERB_TERMS } from '../../publications/commands.ts';
import type { Document } from '../../publications/document.ts';
import type { Edition } from '../../publications/edition.ts';
import { permit } from '../../publications/permissions.ts';
import { metadataErrors, readiness, refuseErrors, refuseUnfit } from '../../publications/readiness.ts';
import { refuseReviewedBefore } from '../../publications/review/after-withdrawal.ts';
import type { Chains } from '../../publications/review/chains.ts';
import { refuseOwnClearing } from '../../publications/review/own-clearing.ts';
import { scheduledRelease } from '../../publications/review/schedule.ts';
import { refuseUnreviewed, reviewStanding } from '../../publications/review/standing.ts';
import { TRACK_NAMES } from '../../publications/review/steps.ts';
import type { WordFinder } from '../../review/county-words.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import type { PublicationView } from '../contract.ts';
import type { Officer } from '../reach.ts';

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

/** What the checks go by. */
interface Checking {
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly words: WordFinder;
  /** Those that are open. */
  readonly columns: ReadonlyMap<ColumnKey, Column>;
}

export function publicationVerbs(
  officer: Officer,
  document: Document,
  chains: Chains,
  edition: Edition | null,
  checking: Checking,
): PublicationView['verbs'] {
  return VERBS.map((verb) => {
    const why =
      refuseOfficer(verb, officer, document, checking.words)?.says ??
      notYet(verb, document, chains, edition) ??
      unfit(verb, document, checking);
    return { verb, term: VERB_TERMS[verb], allowed: why === null, why };
  });
}

/** By the right of the officer, in whichever of his names, before anything that holds for everybody. */
function refuseOfficer(verb: PublicationVerb, officer: Officer, document: Document, words: WordFinder) {
  return inSomeCapacity(
    officer,
    (as) => {
      const permission = permit(verb, as, document);
      if (!permission.allowed) return permission.refusal;
      const releases = document.draft !== null && RELEASES.includes(verb);
      return releases ? refuseOwnClearing({ document, words }, document.draft!, { actor: as }) : undefined;
    },
    (refusal) => refusal ?? null,
  );
}

const RELEASES: readonly PublicationVerb[] = ['publish', 'schedule', 'publishUrgently'];

/** What the act would be refused for once it is pressed is said before. */
function unfit(
  verb: PublicationVerb,
  document: Document,
  { today, calendar, words, columns }: Checking,
): string | null {
  const { draft } = document;
  if (draft === null) return null;
  if (verb === 'submit') return refuseErrors(metadataErrors(document, draft, today, calendar))?.says ?? null;
  if (!RELEASES.includes(verb)) return null;
  const refusal =
    refuseClosedColumn(document, columns) ?? refuseUnfit(readiness(document, draft, { today, calendar }, words));
  return refusal?.says ?? null;
}

/** By how far the edition is. */
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
