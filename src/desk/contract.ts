/**
 * 工作台接口 The contract between desk and console: what is sent (`schemas.ts`, checked on each route) and what is answered
 * (views that name every field they show). The console takes types from here and from nowhere else in the server.
 */
import type { Issue } from '../statute/issue.ts';
import type { PaperCell, PaperTable } from '../statute/paper.ts';
import type { Certainty, Light } from '../statute/reply-clock/reckoning.ts';

export type { HandUpAct } from './annual-report/hand-up-schemas.ts';
export type {
  InteractionQuery,
  NewDeputation,
  NewInteraction,
  NewNotice,
  OfficerAct,
  OpeningApplication,
  OpeningDocument,
  SettingChange,
  WithdrawNotice,
} from './calendar/county-schemas.ts';
export type { CalendarView, MovedView, NoticeView, SettingsView, SettingView } from './contract/calendar.ts';
export type {
  CitizenLetterLine,
  CitizenLetterPage,
  CitizenLetterView,
  LetterWriterView,
} from './contract/citizen-letters.ts';
export type {
  Collected,
  CollectedLine,
  CollectedReports,
  CollectedReportView,
  ComparisonView,
} from './contract/collected-reports.ts';
export type {
  ConnectionLine,
  ConnectionsView,
  ConnectionView,
  SourceLine,
  TakingLine,
} from './contract/connections.ts';
export type {
  ConsultationLine,
  ConsultationPage,
  ConsultationTextView,
  ConsultationView,
  ConsultationWords,
  OpinionFilePage,
  OpinionLineView,
  OpinionPage,
  QuestionResultView,
} from './contract/consultations.ts';
export type { DecisionImports, DecisionLine, DecisionPage, DecisionsChecked } from './contract/decisions.ts';
export type {
  DeputationLine,
  DeputationsView,
  DeputyChoice,
  PrincipalChoice,
} from './contract/deputations.ts';
export type { ErasureView } from './contract/erasure.ts';
export type { FeedMadeView, FeedView } from './contract/feed.ts';
export type {
  CountedApplication,
  FeeEntryView,
  FeeLedgerView,
  FeeSumsView,
  FeeView,
  JointChoice,
} from './contract/fees.ts';
export type { FindingsPage, TicketLineView, TicketView } from './contract/findings.ts';
export type { GazetteView, IssueView } from './contract/gazette.ts';
export type { DifferingVersion, HandUpLine, HandUpVersion, HandUpView, SheetCells } from './contract/hand-ups.ts';
export type { InboxRow, InboxView } from './contract/inbox.ts';
export type {
  InterviewLineView,
  InterviewPage,
  InterviewQuestionView,
  InterviewView,
  TranscriptLineView,
} from './contract/interviews.ts';
export type { LetterSettingsView } from './contract/letters.ts';
export type { LookLine, LookPage } from './contract/looks.ts';
export type { MediaAccountLine, MediaAccountsPage, MediaAccountView } from './contract/media-accounts.ts';
export type { MistakeLine, MistakePage, MistakeView } from './contract/mistakes.ts';
export type { RegisterLine, RegisterView } from './contract/normative.ts';
export type {
  AccountView,
  MessagesView,
  NoticeLine,
  NoticesView,
  OwnSessionView,
  SecondFactorBegun,
} from './contract/notices.ts';
export type {
  DecisionCountsView,
  EnteredView,
  InteractionsView,
  OpeningView,
  SheetUpload,
} from './contract/opening.ts';
export type { OversightPage } from './contract/oversight.ts';
export type { PatrolDayView, PatrolMonthView, PatrolSheetView } from './contract/patrol.ts';
export type { OfficerView, PeopleView } from './contract/people.ts';
export type { CorrectionFileView, CorrectionLineView, CorrectionPage } from './contract/personal-corrections.ts';
export type {
  AttachedFileView,
  EditionView,
  FoundWriting,
  KeptWritingsView,
  ParticularsSent,
  PictureView,
  PublicationPage,
  PublicationView,
  PublicationWords,
  ReviewRulesView,
  ReviewStepView,
  WordRead,
} from './contract/publications.ts';
export type { RemedyClockView, RemedyPage, RemedyView } from './contract/remedies.ts';
export type {
  HandedCount,
  MatterGroup,
  MatterLine,
  ReorganisationLine,
  ReorganisationPreview,
  ReorganisationsView,
} from './contract/reorganisations.ts';
export type { BehindView, FindingView, ReportVersion, ReportView } from './contract/reports.ts';
export type {
  AttachmentView,
  HistoryLine,
  IdentityView,
  JudgementView,
  KnotView,
  RegisteredView,
  RenewedCodeView,
  RequestFileView,
  RequestLineView,
  RequestPage,
  TriageAidsView,
} from './contract/requests.ts';
export type { Routes } from './contract/routes.ts';
export type { DemoAccount, Room, SessionView } from './contract/session.ts';
export type { SignInWaysView } from './contract/sign-in-routes.ts';
export type { GreyLine, PinLine, SiteBlock, SiteDocument, SiteLink, SiteView, SpecialLine } from './contract/site.ts';
export type {
  CountedFilesView,
  StatisticsColumn,
  StatisticsLine,
  StatisticsTable,
  StatisticsView,
} from './contract/statistics.ts';
export type { OwedView, TaskLine, TasksView, TaskView } from './contract/tasks.ts';
export type { QuizQuestionView, QuizView, TrainingLine, TrainingPage, TrainingView } from './contract/trainings.ts';
export type { OutcomeView, TriageLeadView, TriageQuestionView, Vocabulary } from './contract/vocabulary.ts';
export type {
  WechatJoins,
  WechatJoinView,
  WechatPostLineView,
  WechatPostView,
  WechatStart,
  WechatStepView,
} from './contract/wechat.ts';
export type { WordListsView, WordsRead } from './contract/word-lists.ts';
export type { Problem, SettledLine, Term, VerbView } from './contract/words.ts';
export type { WorkPointLine, WorkPointPage, WorkPointsRead, WorkPointView } from './contract/work-points.ts';
export type { ConnectionActSent, ConnectionSent, SourceActSent, SourceSent } from './exchange/connection-schemas.ts';
export type { AccountActSent, AccountsQuery, NewAccount } from './exchange/media-account-schemas.ts';
export type { MessageAct, MessagesQuery, NoticesRead, OwnContact, OwnPassword } from './exchange/notice-schemas.ts';
export type { NewWechatPost, WechatActSent, WechatJoinActSent } from './exchange/wechat-schemas.ts';
export type { CitizenLetterActBody, CitizenLetterActSent } from './interaction/citizen-letter-schemas.ts';
export type { ConsultationActBody, ConsultationActSent, NewConsultation } from './interaction/consultation-schemas.ts';
export type { InterviewActSent, NewInterview } from './interaction/interview-schemas.ts';
export type { OrderSent, SeenOrderSent } from './people/reorganisation-schemas.ts';
export type { IssueSent } from './publications/gazette-schemas.ts';
export type { SiteActSent } from './publications/site-schemas.ts';
export type { CorrectionActBody, CorrectionActSent, NewCorrection } from './requests/correction-schemas.ts';
export type { ActSent, ActVerb, RequestAct, TaskActSent } from './requests/request-acts.ts';
export type { CountedQuery } from './requests/statistics-query.ts';
export type { DecisionQuery, DecisionsShown, DecisionWithdrawn } from './routes/decisions.ts';
export type { FeeLedgerQuery } from './routes/fee-ledger.ts';
export type { LetterParticularsSent, LetterWordingSent } from './routes/letter-settings.ts';
export type {
  BehindQuery,
  ComparisonQuery,
  ErasureSent,
  ExportQuery,
  FeeQuery,
  IdentityReason,
  JudgementSent,
  LookExportQuery,
  LookQuery,
  NewAgency,
  NewOfficer,
  NewRemedy,
  PublicationQuery,
  Registration,
  RemedyAct,
  RemedyActSent,
  ReportAct,
  RequestQuery,
  SettlementSent,
  Setup,
  SignIn,
} from './schemas.ts';
export type { NewSite, TicketActBody, TicketActSent } from './supervision/finding-schemas.ts';
export type { MistakeActBody, MistakeActSent, MistakeQuery } from './supervision/mistake-schemas.ts';
export type { ComplaintAnswer, NewComplaint, NewOversight } from './supervision/oversight-schemas.ts';
export type {
  PatrolActBody,
  PatrolActSent,
  PatrolMonthQuery,
  PatrolQuery,
  RosterSent,
} from './supervision/patrol-schemas.ts';
export type { NewTraining, TrainingActBody } from './supervision/training-schemas.ts';
export type { NewPoint, PointActBody, PointActSent, WorkPointQuery } from './supervision/work-point-schemas.ts';
export type { Certainty, Issue, Light, PaperCell, PaperTable };
