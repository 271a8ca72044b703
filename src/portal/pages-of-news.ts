/**
 * 哪些页面变了: what an act that is over makes stale, read from its entry in the ledger. Acts that show the public nothing are named here; of
 * any other that is not known, everything is dropped, so that a new verb shows too early rather than too late.
 */
import type { News } from '../ledger/store/follow-ledger.ts';
import type { Db } from '../platform/database.ts';
import { pagesChangedBy } from '../publications/store/public-document.ts';
import {
  AGENCIES,
  ANNUAL_REPORTS,
  CONSULTATIONS,
  DECISIONS,
  INTERVIEWS,
  interviewKey,
  keyOf,
  SHARED,
} from './page-keys.ts';

/** The names under which pages are kept, or all there are. */
export type Stale = readonly string[] | 'everything';

/** What a room shows by an act of its: nothing, the pages of a name, those of a document, also where it left, the page of an interview, everything. */
type Shown = readonly string[] | 'everything' | 'document' | 'moved' | 'interview';

interface RoomNews {
  readonly verbs: Readonly<Record<string, Shown>>;
  readonly otherwise: Shown;
}

const NOTHING: RoomNews = { verbs: {}, otherwise: [] };

const ROOMS: Readonly<Record<string, RoomNews>> = {
  publications: {
    verbs: {
      drafted: [],
      revised: [],
      submitted: [],
      stepPassed: [],
      stepReturned: [],
      returnAnswered: [],
      findingCleared: [],
      releaseScheduled: [],
      releaseUnscheduled: [],
      attachedFileAdded: [],
      pictureAdded: [],
      formerAddressKept: [],
      draftHandedOver: [],
      columnHandedOver: [],
      reviewRuleSet: [],
      proofTaken: [],
      forceReviewed: [],
      published: 'document',
      releasedUrgently: 'document',
      withdrawn: 'document',
      repealed: 'document',
      expired: 'document',
      homeArranged: ['home'],
      answerPinned: ['search'],
      answerUnpinned: ['search'],
      greyOrdered: 'everything',
      greyEnded: 'everything',
      openedWithBalance: 'document',
      placed: 'moved',
    },
    // 专栏 among them: its name and place stand on lists, maps and every page within it.
    otherwise: 'everything',
  },
  enforcement: { verbs: {}, otherwise: [DECISIONS] },
  'annual-report': { verbs: { published: [ANNUAL_REPORTS] }, otherwise: [] },
  people: {
    // 更名、合并、分设、撤销 [ORG-3, ORG-7]: what else went over in the same act shows nothing.
    verbs: {
      addedAgency: [AGENCIES],
      reorganised: [AGENCIES],
      carriedOutReorganisation: [AGENCIES],
      setUp: 'everything',
    },
    otherwise: [],
  },
  review: NOTHING,
  requests: NOTHING,
  remedies: NOTHING,
  personalCorrections: NOTHING,
  citizenLetters: NOTHING,
  interviews: {
    verbs: {
      drafted: [],
      revised: [],
      submitted: [],
      questionReceived: [],
      questionDeclined: [],
      said: 'interview',
      questionAdmitted: 'interview',
      corrected: 'interview',
    },
    otherwise: [INTERVIEWS],
  },
  publicConsultations: {
    verbs: {
      drafted: [],
      revised: [],
      submitted: [],
      replied: [],
      summed: [],
      opinionReceived: [],
      exportedOpinions: [],
      tookOpinionFile: [],
      openedIdentity: [],
      erasedIdentity: [],
    },
    otherwise: [CONSULTATIONS],
  },
  interaction: NOTHING,
  supervision: NOTHING,
  files: NOTHING,
  exchange: {
    verbs: { sharedItemReceived: [SHARED], sharedItemWithdrawn: [SHARED], sourceAdmitted: [SHARED] },
    otherwise: [],
  },
};

/** Beyond so many documents at once (an import) it is quicker to build every page anew than to ask for each what it changes. */
const MOST_DOCUMENTS = 50;

/** 灰度 was ordered or ended: whoever draws pages asks anew on which days. */
export function tellsOfGrey({ room, verb }: News): boolean {
  return room === 'publications' && (verb === 'greyOrdered' || verb === 'greyEnded');
}

export async function pagesOfNews(db: Db, news: readonly News[]): Promise<Stale> {
  const names = new Set<string>();
  const documents = new Map<string, { moved: boolean }>();
  for (const { room, verb, subject } of news) {
    const shown = ROOMS[room]?.verbs[verb] ?? ROOMS[room]?.otherwise ?? 'everything';
    if (shown === 'everything') return shown;
    if (shown === 'document' || shown === 'moved') {
      const moved = shown === 'moved' || documents.get(subject)?.moved === true;
      documents.set(subject, { moved });
    } else if (shown === 'interview') names.add(interviewKey(subject));
    else for (const name of shown) names.add(name);
  }
  if (documents.size > MOST_DOCUMENTS) return 'everything';
  for (const [id, { moved }] of documents)
    for (const page of await pagesChangedBy(db, id, moved)) names.add(keyOf(page));
  return [...names];
}
