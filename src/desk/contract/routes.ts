/**
 * 接口地址: every address of the desk with what is sent to it and what it answers; a Problem whenever it is not done. The one
 * table of addresses: a test holds it against the routes that are served.
 */

import type { HandUpAct } from '../annual-report/hand-up-schemas.ts';
import type {
  NewNotice,
  OpeningApplication,
  OpeningDocument,
  SettingChange,
  WithdrawNotice,
} from '../calendar/county-schemas.ts';
import type { ConnectionActSent, ConnectionSent, SourceActSent, SourceSent } from '../exchange/connection-schemas.ts';
import type { MessageAct, MessagesQuery } from '../exchange/notice-schemas.ts';
import type { DraftSent, PublicationActSent, ReviewRuleSent } from '../publications/publication-schemas.ts';
import type { ActSent, TaskActSent } from '../requests/request-acts.ts';
import type { CountedQuery } from '../requests/statistics-query.ts';
import type { ImportsQuery } from '../routes/decision-sheets.ts';
import type { DecisionQuery, DecisionsAllShown, DecisionsShown, DecisionWithdrawn } from '../routes/decisions.ts';
import type { FeeLedgerQuery } from '../routes/fee-ledger.ts';
import type { LetterParticularsSent, LetterWordingSent } from '../routes/letter-settings.ts';
import type {
  BehindQuery,
  ComparisonQuery,
  ErasureSent,
  ExportQuery,
  FeeQuery,
  IdentityReason,
  JudgementSent,
  LookExportQuery,
  LookQuery,
  NewRemedy,
  PageQuery,
  PublicationQuery,
  Registration,
  RemedyActSent,
  RenewCodeSent,
  ReportAct,
  RequestQuery,
  SettlementSent,
} from '../schemas.ts';
import type { CalendarView, SettingsView } from './calendar.ts';
import type { Collected, CollectedReports, CollectedReportView, ComparisonView } from './collected-reports.ts';
import type { ConnectionsView, ConnectionView } from './connections.ts';
import type { DecisionImports, DecisionPage, DecisionsChecked } from './decisions.ts';
import type { ErasureView } from './erasure.ts';
import type { FeedMadeView, FeedView } from './feed.ts';
import type { FeeLedgerView, FeeView } from './fees.ts';
import type { GazetteRoutes } from './gazette.ts';
import type { HandUpView, SheetCells } from './hand-ups.ts';
import type { InboxView } from './inbox.ts';
import type { InteractionRoutes } from './interaction-routes.ts';
import type { InterviewRoutes } from './interview-routes.ts';
import type { LetterSettingsView } from './letters.ts';
import type { LookLine, LookPage } from './looks.ts';
import type { MediaAccountRoutes } from './media-account-routes.ts';
import type { NormativeRoutes } from './normative.ts';
import type { MessagesView } from './notices.ts';
import type { DecisionCountsView, EnteredView, OpeningView, SheetUpload } from './opening.ts';
import type { PeopleRoutes } from './people-routes.ts';
import type { PersonalCorrectionRoutes } from './personal-correction-routes.ts';
import type { PublicationPageRoutes } from './publication-routes.ts';
import type {
  AttachedFileView,
  PictureView,
  PublicationPage,
  PublicationView,
  PublicationWords,
  ReviewRulesView,
  WordRead,
} from './publications.ts';
import type { RefusalReviewPage } from './refusal-reviews.ts';
import type { RemedyPage, RemedyView } from './remedies.ts';
import type { BehindView, ReportVersion, ReportView } from './reports.ts';
import type {
  AttachmentView,
  IdentityView,
  RegisteredView,
  RenewedCodeView,
  RequestFileView,
  RequestPage,
  TriageAidsView,
} from './requests.ts';
import type { SignInRoutes } from './sign-in-routes.ts';
import type { SiteRoutes } from './site.ts';
import type { CountedFilesView, StatisticsView } from './statistics.ts';
import type { SupervisionRoutes } from './supervision-routes.ts';
import type { OwedView, TasksView, TaskView } from './tasks.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WechatRoutes } from './wechat.ts';

/** 双公示表, and whose it is. */
interface SheetOfDecisions {
  readonly agencyId: string;
  readonly kind: DecisionQuery['kind'];
  readonly file: Blob;
}

import type { WordListRoutes } from './word-lists.ts';

export interface Routes
  extends SignInRoutes,
    InteractionRoutes,
    PersonalCorrectionRoutes,
    PeopleRoutes,
    SupervisionRoutes,
    MediaAccountRoutes,
    WechatRoutes,
    SiteRoutes,
    GazetteRoutes,
    PublicationPageRoutes,
    WordListRoutes,
    NormativeRoutes,
    InterviewRoutes {
  'GET /api/inbox': { answers: InboxView };
  'GET /api/vocabulary': { answers: Vocabulary };

  'GET /api/requests': { query: RequestQuery; answers: RequestPage };
  /** The list as a sheet; that it was taken stands in the ledger. */
  'POST /api/requests/export': { query: ExportQuery; answers: Blob };
  'POST /api/requests': { sends: Registration; answers: RegisteredView };
  'GET /api/requests/:id': { answers: RequestFileView };
  /** `seen` is the one of the file on the screen: an act on a file that has moved on since is refused (409, `STALE`). */
  'POST /api/requests/:id/acts': { sends: ActSent; answers: RequestFileView };
  /** 补发查询码: the old one opens nothing any more. */
  'POST /api/requests/:id/code': { sends: RenewCodeSent; answers: RenewedCodeView };
  'POST /api/requests/:id/identity': { sends: IdentityReason; answers: IdentityView };
  'GET /api/requests/:id/looks': { answers: readonly LookLine[] };
  'GET /api/looks': { query: LookQuery; answers: LookPage };
  'GET /api/erasure': { answers: ErasureView };
  'POST /api/erasure': { sends: ErasureSent; answers: ErasureView };
  'POST /api/looks/export': { query: LookExportQuery; answers: Blob };
  /** 操作日志: every act, whatever its kind. */
  'POST /api/log/export': { query: LookExportQuery; answers: Blob };
  /** A letter the fact `n` has issued: `pdf` or `docx`. */
  'POST /api/requests/:id/letters/:n/:kind/:format': { answers: Blob };
  'GET /api/requests/:id/files': { answers: readonly AttachmentView[] };
  /** In parts, the file alone; answers the list anew. */
  'POST /api/requests/:id/files': {
    query: { readonly purpose: string };
    sends: { readonly file: Blob };
    answers: readonly AttachmentView[];
  };
  'DELETE /api/requests/:id/files/:fileId': { answers: readonly AttachmentView[] };
  'GET /api/requests/:id/files/:fileId': { answers: Blob };
  'GET /api/requests/:id/aids': { answers: TriageAidsView };
  'GET /api/requests/:id/fee': { query: FeeQuery; answers: FeeView };
  /** 案卷包: everything of the file as an archive, with index and checksums. */
  'POST /api/requests/:id/volume': { answers: Blob };
  'POST /api/remedies/:id/evidence': { answers: Blob };
  'GET /api/letter-settings': { query: { readonly agencyId?: string }; answers: LetterSettingsView };
  'POST /api/letter-settings': { sends: LetterParticularsSent; answers: LetterSettingsView };
  'POST /api/letter-settings/wordings': { sends: LetterWordingSent; answers: LetterSettingsView };
  'GET /api/feed': { answers: FeedView };
  'POST /api/feed': { answers: FeedMadeView };
  'DELETE /api/feed': { answers: FeedView };

  'GET /api/fees': { query: FeeLedgerQuery; answers: FeeLedgerView };
  'POST /api/fees/export': { query: FeeLedgerQuery; answers: Blob };
  'GET /api/statistics': { query: { readonly year: number }; answers: StatisticsView };
  'GET /api/statistics/files': { query: CountedQuery; answers: CountedFilesView };
  'POST /api/statistics/export': { query: { readonly year: number }; answers: Blob };

  /** 协办机关的协办. */
  'GET /api/tasks': { answers: TasksView };
  'GET /api/tasks/:id/:n': { answers: TaskView };
  'POST /api/tasks/:id/:n/acts': { sends: TaskActSent; answers: TaskView };
  'POST /api/tasks/:id/:n/files': { sends: { readonly file: Blob }; answers: TaskView };
  'DELETE /api/tasks/:id/:n/files/:fileId': { answers: TaskView };
  'GET /api/tasks/:id/:n/files/:fileId': { answers: Blob };
  /** 督办: what others owe to the files the officer reads. */
  'GET /api/owed': { answers: OwedView };

  /** 不予公开的评估审查. */
  'GET /api/refusal-reviews': { query: PageQuery; answers: RefusalReviewPage };

  'GET /api/remedies': { answers: RemedyPage };
  'POST /api/remedies': { sends: NewRemedy; answers: RemedyView };
  'POST /api/remedies/:id/acts': { sends: RemedyActSent; answers: RemedyView };

  'GET /api/reports': { answers: readonly ReportVersion[] };
  'GET /api/reports/:agencyId/:year': { answers: ReportView };
  'POST /api/reports/:agencyId/:year/acts': { sends: ReportAct; answers: ReportView };
  'GET /api/reports/:agencyId/:year/behind': { query: BehindQuery; answers: BehindView };

  /** 收集的年报. */
  'GET /api/decisions': { query: DecisionQuery; answers: DecisionPage };
  'GET /api/decisions/template': { query: { readonly kind: DecisionQuery['kind'] }; answers: Blob };
  'POST /api/decisions/check': { sends: SheetOfDecisions; answers: DecisionsChecked };
  'POST /api/decisions/faults': { sends: SheetOfDecisions; answers: Blob };
  'GET /api/decisions/imports': { query: ImportsQuery; answers: DecisionImports };
  'GET /api/decisions/imports/:id': { answers: Blob };
  'POST /api/decisions/import': { sends: SheetOfDecisions; answers: DecisionsChecked };
  'POST /api/decisions/shown-all': { sends: DecisionsAllShown; answers: { readonly done: number } };
  'POST /api/decisions/shown': { sends: DecisionsShown; answers: { readonly done: number } };
  'POST /api/decisions/:id/withdrawn': { sends: DecisionWithdrawn; answers: { readonly done: number } };
  'GET /api/hand-ups/:agencyId/:year': { answers: HandUpView };
  'POST /api/hand-ups/:agencyId/:year/acts': { sends: HandUpAct; answers: HandUpView };
  'POST /api/hand-ups/:agencyId/:year/figures': { sends: { readonly file: Blob }; answers: SheetCells };
  'GET /api/hand-ups/:agencyId/:year/form.xlsx': { answers: Blob };
  'GET /api/collected-reports': { answers: CollectedReports };
  'POST /api/collected-reports': { sends: { readonly agencyId: string; readonly file: Blob }; answers: Collected };
  'GET /api/collected-reports/:id': { answers: CollectedReportView };
  'DELETE /api/collected-reports/:id': { answers: CollectedReports };
  'GET /api/collected-reports/compare': { query: ComparisonQuery; answers: ComparisonView };
  'GET /api/collected-reports/compare.xlsx': { query: ComparisonQuery; answers: Blob };
  'POST /api/collected-reports/:id/judgements': { sends: JudgementSent; answers: CollectedReportView };
  'GET /api/collected-reports/:id/findings/:format': { answers: Blob };
  'POST /api/collected-reports/:id/settlements': { sends: SettlementSent; answers: CollectedReportView };

  'GET /api/publications': { query: PublicationQuery; answers: PublicationPage };
  'POST /api/publications': { sends: DraftSent; answers: PublicationView };
  /** Kept nowhere: the editor looks at it, then drafts or revises. */
  'POST /api/publication-word': { sends: { readonly agencyId: string; readonly file: Blob }; answers: WordRead };
  /** One file for an agency's document (`agencyId` in the query), looked into and kept; an edition names it then. */
  'POST /api/publication-files': {
    query: { readonly agencyId: string };
    sends: { readonly file: Blob };
    answers: AttachedFileView;
  };
  /** One picture for the body of an agency's document, drawn anew; the body names its address. */
  'POST /api/publication-pictures': {
    query: { readonly agencyId: string };
    sends: { readonly file: Blob };
    answers: PictureView;
  };
  'GET /api/publications/:id/files/:fileId': { answers: Blob };
  'GET /api/publication-words': { answers: PublicationWords };
  'GET /api/publications/:id': { answers: PublicationView };
  /** An act names the edition it was decided on; on another nothing is done (409, `STALE`). */
  'POST /api/publications/:id/acts': { sends: PublicationActSent; answers: PublicationView };
  /** 发布审核表: `docx` or `xlsx`. */
  'GET /api/publications/:id/review-sheet/:format': { answers: Blob };
  'GET /api/review-rules': { answers: ReviewRulesView };
  'POST /api/review-rules': { sends: ReviewRuleSent; answers: ReviewRulesView };

  /** 发件箱: what waits, was sent, was not. */
  'GET /api/messages': { query: MessagesQuery; answers: MessagesView };
  'POST /api/messages/:id/acts': { sends: MessageAct; answers: MessagesView };

  /** 平台接口: whom we hand to, who may deliver here. */
  'GET /api/connections': { answers: ConnectionsView };
  'POST /api/connections': { sends: ConnectionSent; answers: ConnectionsView };
  'GET /api/connections/:id': { answers: ConnectionView };
  'POST /api/connections/:id/acts': { sends: ConnectionActSent; answers: ConnectionView };
  'POST /api/sources': { sends: SourceSent; answers: ConnectionsView };
  'POST /api/sources/:id/acts': { sends: SourceActSent; answers: ConnectionsView };

  'GET /api/calendar/:year': { answers: CalendarView };
  'POST /api/calendar/notices': { sends: NewNotice; answers: CalendarView };
  'POST /api/calendar/notices/:id/withdraw': { sends: WithdrawNotice; answers: CalendarView };
  'GET /api/settings': { answers: SettingsView };
  'POST /api/settings': { sends: SettingChange; answers: SettingsView };

  'GET /api/opening': { answers: OpeningView };
  'POST /api/opening/documents': { sends: OpeningDocument; answers: EnteredView };
  'GET /api/opening/documents/template': { answers: Blob };
  'POST /api/opening/documents/sheet': { sends: SheetUpload; answers: EnteredView };
  'POST /api/opening/applications': { sends: OpeningApplication; answers: EnteredView };
  'GET /api/opening/applications/template': { answers: Blob };
  'POST /api/opening/applications/sheet': { sends: SheetUpload; answers: EnteredView };
  'GET /api/decision-counts': { query: { readonly year: number }; answers: DecisionCountsView };
  'GET /api/decision-counts/template': { answers: Blob };
  'POST /api/decision-counts/sheet': { sends: SheetUpload; answers: EnteredView };
}
