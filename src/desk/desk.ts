/**
 * 工作台 The officer's face: the JSON API of the console, and the console's own files. Whoever is not signed in gets nothing
 * but the doors that are marked open; everything an officer does climbs the same stairs as everywhere.
 */
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Examination, HandedIn } from '../annual-report/check/examination.ts';
import type { Channels } from '../exchange/channel.ts';
import type { House } from '../perform.ts';
import type { Config } from '../platform/config.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { buildFace } from '../platform/http/face.ts';
import type { IdentityProvider } from '../platform/identity-provider.ts';
import type { KeyRing } from '../platform/key-file.ts';
import type { Logger } from '../platform/log.ts';
import type { WordFault } from '../platform/papers/word/word-fault.ts';
import type { WordBody } from '../platform/papers/word/word-reading.ts';
import type { DetachedPage } from '../publications/detached-page.ts';
import { consoleFiles } from './console-files.ts';
import type { DemoAccount } from './contract.ts';
import type { ReadDecisionSheet } from './enforcement/read-decision-sheet.ts';
import { guardRoutes, READS } from './guard.ts';
import type { LookInto } from './publications/look-into.ts';
import { accountRoutes } from './routes/account.ts';
import { annualReportRoutes } from './routes/annual-reports.ts';
import { attachedFileRoutes } from './routes/attached-files.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { behindFigureRoute } from './routes/behind-figure.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { citizenLetterRoutes } from './routes/citizen-letters.ts';
import { collectedReportRoutes } from './routes/collected-reports.ts';
import { comparisonRoutes } from './routes/comparisons.ts';
import { connectionRoutes } from './routes/connections.ts';
import { consultationFileRoutes } from './routes/consultation-files.ts';
import { consultationRoutes } from './routes/consultations.ts';
import { decisionCountRoutes } from './routes/decision-counts.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { demoAccountsRoute } from './routes/demo-accounts.ts';
import { deputationRoutes } from './routes/deputations.ts';
import { erasureRoutes } from './routes/erasure.ts';
import { evidenceRoute } from './routes/evidence.ts';
import { feeRoute } from './routes/fee.ts';
import { feeLedgerRoute } from './routes/fee-ledger.ts';
import { feedRoutes } from './routes/feed.ts';
import { findingRoutes } from './routes/findings.ts';
import { gazetteRoutes } from './routes/gazette.ts';
import { handUpRoutes } from './routes/hand-ups.ts';
import { inboxRoute } from './routes/inbox.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { interviewRoutes } from './routes/interviews.ts';
import { keptWritingRoutes } from './routes/kept-writings.ts';
import { letterSettingRoutes } from './routes/letter-settings.ts';
import { letterRoutes } from './routes/letters.ts';
import { lookRoutes } from './routes/looks.ts';
import { mediaAccountRoutes } from './routes/media-accounts.ts';
import { messageRoutes } from './routes/messages.ts';
import { mistakeRoutes } from './routes/mistakes.ts';
import { normativeRoutes } from './routes/normative.ts';
import { noticeRoutes } from './routes/notices.ts';
import { openingRoutes } from './routes/opening.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { patrolRoutes } from './routes/patrol.ts';
import { peopleRoutes } from './routes/people.ts';
import { personalCorrectionRoutes } from './routes/personal-corrections.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { proofFileRoutes } from './routes/proof-files.ts';
import { providerSignInRoutes } from './routes/provider-sign-in.ts';
import { publicationRoute } from './routes/publication.ts';
import { publicationPreviewRoute } from './routes/publication-preview.ts';
import { publicationProofRoute } from './routes/publication-proof.ts';
import { publicationRoutes } from './routes/publications.ts';
import { refusalReviewRoute } from './routes/refusal-reviews.ts';
import { registerRoute } from './routes/register.ts';
import { remedyRoutes } from './routes/remedies.ts';
import { reorganisationRoutes } from './routes/reorganisations.ts';
import { requestFileRoutes } from './routes/request-file.ts';
import { requestsRoute } from './routes/requests.ts';
import { reviewRuleRoutes } from './routes/review-rules.ts';
import { reviewSheetRoute } from './routes/review-sheet.ts';
import { setupRoute } from './routes/setup.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { siteRoutes } from './routes/site.ts';
import { statisticsRoute } from './routes/statistics.ts';
import { taskRoutes } from './routes/tasks.ts';
import { trainingRoutes } from './routes/trainings.ts';
import { vocabularyRoute } from './routes/vocabulary.ts';
import { volumeRoute } from './routes/volume.ts';
import { wechatRoutes } from './routes/wechat.ts';
import { wordListRoutes } from './routes/word-lists.ts';
import { wordUploadRoute } from './routes/word-upload.ts';
import { workPointRoutes } from './routes/work-points.ts';
import { acceptStrictly } from './strict-input.ts';

export interface DeskDeps {
  readonly house: House;
  readonly keys: KeyRing;
  readonly files: FileStore;
  readonly config: Pick<
    Config,
    'publicUrl' | 'trustedProxy' | 'secretsFolder' | 'exchangeFolder' | 'officersCombined'
  > &
    Partial<Pick<Config, 'portal'>>;
  readonly log: Logger;
  /** Ways out of the house, as they are set up. */
  readonly channels: Channels;
  /** 统一身份认证; null where officers sign in by password alone. */
  readonly provider: IdentityProvider | null;
  /** The built console (`dist/console`). */
  readonly consoleFolder: string;
  /** What the sign-in page lists; empty outside demo mode, and then the list does not exist. */
  readonly demoAccounts: readonly DemoAccount[];
  /** Reads and checks files of strangers, within limits. */
  readonly examineReports: (handed: HandedIn) => Promise<Examination>;
  /** Reads a Word file, within limits; why not, where it cannot be read. */
  readonly readWord: (file: Buffer) => Promise<WordBody | WordFault | 'tooMuch'>;
  /** Looks into a file that is to leave, within limits. */
  readonly lookInto: LookInto;
  /** Reads a sheet of decisions, within limits. */
  readonly readDecisions: ReadDecisionSheet;
  /** 样张: the page of an edition as the portal draws it. */
  readonly drawPage: (page: DetachedPage) => Promise<string>;
  /** A code for an applicant and the digest kept of it; the portal reads them, so the portal makes them. */
  readonly newQueryCode: () => { readonly code: string; readonly digest: string };
  /** [LED-3] Resolves when every process that serves the county has read in the ledger what was done: pages are dropped, the calendar is read anew. */
  readonly everybodyHasRead: () => Promise<void>;
}

const ROUTES = [
  signInRoutes,
  providerSignInRoutes,
  setupRoute,
  demoAccountsRoute,
  annualReportRoutes,
  behindFigureRoute,
  handUpRoutes,
  decisionRoutes,
  comparisonRoutes,
  collectedReportRoutes,
  publicationRoutes,
  publicationRoute,
  publicationProofRoute,
  keptWritingRoutes,
  publicationPreviewRoute,
  wordUploadRoute,
  attachedFileRoutes,
  pictureRoutes,
  siteRoutes,
  gazetteRoutes,
  reviewSheetRoute,
  reviewRuleRoutes,
  wordListRoutes,
  calendarRoutes,
  openingRoutes,
  decisionCountRoutes,
  interactionRoutes,
  peopleRoutes,
  reorganisationRoutes,
  accountRoutes,
  deputationRoutes,
  normativeRoutes,
  noticeRoutes,
  messageRoutes,
  connectionRoutes,
  consoleFiles,
  inboxRoute,
  feedRoutes,
  vocabularyRoute,
  requestsRoute,
  statisticsRoute,
  refusalReviewRoute,
  findingRoutes,
  patrolRoutes,
  mistakeRoutes,
  mediaAccountRoutes,
  wechatRoutes,
  oversightRoutes,
  workPointRoutes,
  trainingRoutes,
  personalCorrectionRoutes,
  proofFileRoutes,
  citizenLetterRoutes,
  interviewRoutes,
  consultationRoutes,
  consultationFileRoutes,
  registerRoute,
  requestFileRoutes,
  lookRoutes,
  erasureRoutes,
  letterRoutes,
  letterSettingRoutes,
  volumeRoute,
  evidenceRoute,
  attachmentRoutes,
  taskRoutes,
  remedyRoutes,
  feeRoute,
  feeLedgerRoute,
];

export function buildDesk(deps: DeskDeps): FastifyInstance {
  // Ant Design writes its styles into the page; scripts stay those of the console's own files.
  const desk = buildFace({ name: 'desk', config: deps.config, log: deps.log, inlineStyles: true });
  desk.register(cookie);
  guardRoutes(desk, deps.house);
  desk.addHook('onSend', async ({ method }, { statusCode }) => {
    if (!READS.includes(method) && statusCode < 400) await deps.everybodyHasRead();
  });
  desk.register(async (scope) => {
    acceptStrictly(scope);
    for (const route of ROUTES) route(scope, deps);
  });
  return desk;
}
