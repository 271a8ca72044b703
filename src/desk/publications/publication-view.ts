import { entriesOf } from '../../ledger/store.ts';
import { personsIn } from '../../people/hand.ts';
import { type Holders, holdersOfRoles, listAgencies, namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import type { AttachedFile } from '../../publications/attached-file.ts';
import { cleanBody } from '../../publications/body.ts';
import { CLOSED_COLUMN } from '../../publications/closed-column.ts';
import { type Document, type DocumentId, STATE_TERMS } from '../../publications/document.ts';
import { kindOf } from '../../publications/document-kinds.ts';
import type { Edition } from '../../publications/edition.ts';
import { editionChanges } from '../../publications/edition-changes.ts';
import { neighbourhoodIssues } from '../../publications/neighbourhood.ts';
import { ENDING_KINDS } from '../../publications/normative.ts';
import { OPEN_MODES, PARTICULAR_TERMS } from '../../publications/particulars.ts';
import { permit } from '../../publications/permissions.ts';
import { readiness } from '../../publications/readiness.ts';
import { RELATION_KINDS } from '../../publications/relations.ts';
import { type Chains, chainOf } from '../../publications/review/chains.ts';
import { type EditionMark, MARK_TERMS } from '../../publications/review/edition-mark.ts';
import {
  awaitedSteps,
  editionInReview,
  owedLook,
  REVIEW_STATES,
  reviewStanding,
} from '../../publications/review/standing.ts';
import { stepOf, TRACK_NAMES, TRACKS } from '../../publications/review/steps.ts';
import { chainsOf } from '../../publications/store/chains.ts';
import { allColumns } from '../../publications/store/columns.ts';
import { findDocument } from '../../publications/store/documents.ts';
import { examinedNow } from '../../publications/store/examined-now.ts';
import { neighbourhoodOf } from '../../publications/store/neighbourhood.ts';
import { titlesOf } from '../../publications/store/titles.ts';
import { WITHDRAWAL_REASONS } from '../../publications/withdrawal.ts';
import { requestBehindDocument } from '../../requests/store/proactive.ts';
import type { WordFinder } from '../../review/county-words.ts';
import { wordsFor } from '../../review/store.ts';
import { art } from '../../statute/articles.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { AttachedFileView, EditionView, PublicationView, ReviewStepView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { momentInShanghai } from '../in-shanghai.ts';
import { whoMay } from '../inbox/waiting.ts';
import { publicAddress } from '../public-address.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { refusePass, turnsOf } from './publication-turns.ts';
import { publicationVerbs } from './publication-verbs.ts';
import { publishedView } from './published-view.ts';
import { lostScheduleView, scheduleView } from './schedule-view.ts';

export const NO_SUCH_DOCUMENT = refuse(
  'NO_SUCH_DOCUMENT',
  art(12),
  '没有这条信息，或者它不在你的岗位范围内。请从列表里重新打开。',
);

/** The document with its review rules, if the officer may look at it. */
export async function documentFor(
  house: House,
  officer: Officer,
  id: DocumentId,
): Promise<{ readonly document: Document; readonly chains: Chains } | Refusal> {
  const document = await findDocument(house.db, id);
  if (!document) return NO_SUCH_DOCUMENT;
  const chains = await chainsOf(house.db, document);
  return mayRead(officer, document, chains) ? { document, chains } : NO_SUCH_DOCUMENT;
}

/** Editors read everything of their agencies; a reviewer what is at his step, and what he has taken a step of [REV-6]. */
export function mayRead(officer: Officer, document: Document, chains: Chains): boolean {
  if (agenciesIn('publications', officer).includes(document.agencyId)) return true;
  if (document.marks.some(({ by }) => personsIn(by).includes(officer.id))) return true;
  return awaitedSteps(document, chains).some((step) => permit('passStep', officer, document, step).allowed);
}

export async function publicationView(
  { house, config }: Pick<DeskDeps, 'house' | 'config'>,
  officer: Officer,
  id: DocumentId,
): Promise<PublicationView | Refusal> {
  // Read before the document: what happens between the two is found, not missed.
  const seen = (await entriesOf(house.db, 'publications', id)).length;
  const found = await documentFor(house, officer, id);
  if (isRefusal(found)) return found;
  const { chains } = found;
  const words = await wordsFor(house.db, found.document.agencyId);
  const document = await examinedNow(house.db, found.document, words);
  const [agencies, columns, holders, titles] = await Promise.all([
    listAgencies(house.db),
    allColumns(house.db),
    holdersOfRoles(house.db, civilDateAt(house.now())),
    titlesOf(
      house.db,
      document.relations.map(({ to }) => to),
    ),
  ]);
  const edition = editionInReview(document, chains);
  const hands = [...document.marks.map(({ by }) => by), document.live?.editedBy, document.draft?.editedBy];
  const names = await namesOfOfficers(house.db, [...new Set(hands.flatMap((by) => by ?? []))]);
  const nameOf = (by: string) => names.get(by) ?? (by === 'system' ? '系统' : by);
  return {
    id,
    seen,
    agencyId: document.agencyId,
    agency: agencies.find((agency) => agency.id === document.agencyId)?.name ?? '',
    kind: { name: document.kind, term: kindOf(document.kind).term },
    state: STATE_TERMS[document.state],
    fromRequest: await requestBehind(id, officer, house),
    indexNo: document.indexNo,
    publishedOn: document.publishedOn,
    address: document.live && publicAddress(config, `/documents/${encodeURIComponent(id)}`),
    columns: document.columns.map((key) => ({ name: key, term: columns.get(key)?.name ?? CLOSED_COLUMN })),
    relations: document.relations.map(({ kind, to }) => ({
      kind: { name: kind, term: RELATION_KINDS[kind].term },
      to,
      title: titles.get(to)?.title ?? '',
    })),
    live: document.live && editionView(document.live, nameOf),
    draft: document.draft && editionView(document.draft, nameOf),
    changes: document.live && document.draft ? editionChanges(document.live, document.draft) : null,
    inReview: edition?.hash ?? null,
    turns: edition
      ? turnsOf(document, edition, chains, officer, house.now()).map(({ roles, ...turn }) => ({
          ...turn,
          who: whoMay(roles, holders(roles, document.agencyId)),
        }))
      : [],
    schedule: scheduleView(document, chains, house, { words, columns }, nameOf),
    lostSchedule: lostScheduleView(document, nameOf),
    published: await publishedView(house.db, officer, document),
    withdrawal: document.withdrawal && {
      term: WITHDRAWAL_REASONS[document.withdrawal.reason].term,
      explanation: document.withdrawal.explanation,
      on: document.withdrawal.on,
    },
    ending: document.ending && { ...document.ending, term: ENDING_KINDS[document.ending.how].term },
    checks: edition ? await checksOf(document, edition, words, house, config.publicUrl ?? null) : [],
    review: edition && reviewView(document, edition, chains, { officer, holders, nameOf }),
    trail: [...document.marks].reverse().map((mark) => ({
      n: mark.n,
      what: toldMark(mark),
      by: nameOf(mark.by),
      at: mark.at,
      said: mark.said,
      onThis: mark.edition === (edition ?? document.live)?.hash,
    })),
    verbs: publicationVerbs(officer, document, chains, edition, {
      ...{ today: civilDateAt(house.now()), calendar: house.calendar(), words, columns },
    }),
  };
}

async function requestBehind(
  documentId: DocumentId,
  officer: Officer,
  { db }: House,
): Promise<PublicationView['fromRequest']> {
  const reached = agenciesIn('requests', officer);
  if (reached.length === 0) return null;
  const request = await requestBehindDocument(db, documentId);
  return request && reached.includes(request.agencyId) ? { id: request.id, number: request.number } : null;
}

function editionView(edition: Edition, nameOf: (by: string) => string): EditionView {
  const { particulars: known } = edition;
  return {
    hash: edition.hash,
    n: edition.n,
    particulars: {
      title: known.title,
      issuer: known.issuer,
      docNo: known.docNo ?? '',
      writtenOn: known.writtenOn,
      topic: known.topic,
      genre: known.genre,
      summary: known.summary,
      keywords: known.keywords,
      effectiveOn: known.effectiveOn ?? '',
      expiresOn: known.expiresOn ?? '',
      openMode: known.openMode,
      openModeReason: known.openModeReason ?? '',
    },
    openMode: OPEN_MODES[known.openMode].term,
    // Cleaned on the way out as well: neither an old row nor a looser past rule reaches a reader.
    bodyHtml: cleanBody(edition.bodyHtml),
    attachments: edition.attachments.map(attachedFileView),
    editedBy: nameOf(edition.editedBy),
    changeNote: edition.changeNote ?? '',
    publishedAt: edition.publishedAt,
  };
}

/** How the places of the checks are called beside the form. */
const PLACES: Readonly<Record<string, string>> = {
  ...PARTICULAR_TERMS,
  ...{ bodyHtml: '正文', changeNote: '修改说明', attachments: '附件', columns: '栏目', relations: '关联的文件' },
};
export function attachedFileView({ id, name, kind, bytes, findings }: AttachedFile): AttachedFileView {
  return {
    id,
    name,
    kind: FILE_KINDS[kind as FileKindName].term,
    bytes,
    findings: findings.map(({ severity, says, advice }) => ({ severity, says, advice })),
  };
}

async function checksOf(
  document: Document,
  edition: Edition,
  words: WordFinder,
  house: House,
  siteUrl: string | null,
): Promise<PublicationView['checks']> {
  const own = readiness(document, edition, { today: civilDateAt(house.now()), calendar: house.calendar() }, words);
  const around = neighbourhoodIssues(await neighbourhoodOf(house.db, document, edition, siteUrl));
  return [...own, ...around].map((issue) => ({
    severity: issue.severity,
    where: issue.where,
    place: PLACES[issue.where] ?? '',
    says: asRead(issue.says),
    basis: issue.basis,
    advice: issue.advice,
    finding: 'key' in issue ? (issue.key as string) : null,
  }));
}

/** The key of a finding stands on what it says, its signs folded: they are put right only where it is read. */
function asRead(says: string): string {
  return says.replace(/,(?=[\p{Script=Han}“])/gu, '，').replace(/([。！？；])”。$/, '$1”');
}

export function toldMark(mark: EditionMark): string {
  if (mark.type === 'scheduled') return `${MARK_TERMS.scheduled}，${momentInShanghai(mark.from)}`;
  const step = 'step' in mark ? stepOf(mark.step).term : '';
  if (mark.type === 'returned')
    return `${step}${MARK_TERMS.returned}给${mark.to === 'author' ? '拟稿人' : `“${stepOf(mark.to).term}”`}`;
  return `${step}${MARK_TERMS[mark.type]}`;
}

interface Sight {
  readonly officer: Officer;
  readonly holders: Holders;
  readonly nameOf: (by: string) => string;
}

function reviewView(
  document: Document,
  edition: Edition,
  chains: Chains,
  { officer, holders, nameOf }: Sight,
): PublicationView['review'] {
  const { state, passed, awaits } = reviewStanding(chains, document.marks, edition.hash);
  const tracks = TRACK_NAMES.filter((track) => chains[track].length > 0).map((track) => ({
    term: TRACKS[track].term,
    steps: chainOf(chains, track).map((step): ReviewStepView => {
      const taken = passed.some((mark) => mark.step === step.name)
        ? document.marks.findLast(
            (mark) => mark.type === 'passed' && mark.step === step.name && mark.edition === edition.hash,
          )
        : undefined;
      const awaited = state === 'inReview' && awaits[track] === step.name;
      const refusal = refusePass(document, edition, chains, officer, step.name);
      return {
        name: step.name,
        term: step.term,
        looksAt: step.looksAt,
        state: taken ? 'passed' : awaited ? 'awaited' : 'ahead',
        by: taken ? nameOf(taken.by) : whoMay(step.roles, holders(step.roles, document.agencyId)),
        at: taken?.at ?? null,
        opinion: taken?.said ?? '',
        mine: awaited && refusal === undefined,
        why: refusal?.says ?? null,
      };
    }),
  }));
  return { state: REVIEW_STATES[state], owed: owedLook(document, chains) !== null, tracks };
}
