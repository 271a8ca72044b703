/** 监督保障的接口地址. */

import type { IdentityReason, PageQuery } from '../schemas.ts';
import type { MonthQuery, NewSite, QuarterQuery, TicketActSent } from '../supervision/finding-schemas.ts';
import type { MistakeActSent, MistakeQuery } from '../supervision/mistake-schemas.ts';
import type {
  ComplaintAnswer,
  NewComplaint,
  NewOversight,
  OversightQuery,
  OversightWithdrawn,
} from '../supervision/oversight-schemas.ts';
import type { PatrolActSent, PatrolMonthQuery, PatrolQuery, RosterSent } from '../supervision/patrol-schemas.ts';
import type { NewTraining, QuizAnswer, TrainingActSent, TrainingQuery } from '../supervision/training-schemas.ts';
import type { NewPoint, PointActSent, PointSheetQuery, WorkPointQuery } from '../supervision/work-point-schemas.ts';
import type { FindingsPage, TicketView } from './findings.ts';
import type { MistakePage, MistakeView } from './mistakes.ts';
import type { SheetUpload } from './opening.ts';
import type { OversightPage } from './oversight.ts';
import type { PatrolMonthView, PatrolSheetView } from './patrol.ts';
import type { QuizView, TrainingPage, TrainingView } from './trainings.ts';
import type { WorkPointPage, WorkPointsRead, WorkPointView } from './work-points.ts';

export interface SupervisionRoutes {
  /** 考核、社会评议、责任追究 and complaints of a year. */
  'GET /api/oversight': { query: OversightQuery; answers: OversightPage };
  'POST /api/oversight/records': { sends: NewOversight; answers: OversightPage };
  'POST /api/oversight/records/:id/withdraw': {
    query: OversightQuery;
    sends: OversightWithdrawn;
    answers: OversightPage;
  };
  'POST /api/oversight/complaints': { sends: NewComplaint; answers: OversightPage };
  'POST /api/oversight/complaints/:id/answer': {
    query: OversightQuery;
    sends: ComplaintAnswer;
    answers: OversightPage;
  };
  'POST /api/oversight/export': { query: OversightQuery; answers: Blob };
  /** 监督保障: sites that are watched, and what is to be put right on them. */
  'GET /api/findings': { query: PageQuery; answers: FindingsPage };
  'POST /api/watched-sites': { sends: NewSite; answers: FindingsPage };
  'GET /api/tickets/:id': { answers: TicketView };
  'POST /api/tickets/:id/acts': { sends: TicketActSent; answers: TicketView };
  'POST /api/findings/export': { query: MonthQuery; answers: Blob };
  'POST /api/findings/month': { query: MonthQuery; answers: Blob };
  'POST /api/findings/quarter': { query: QuarterQuery; answers: Blob };
  /** 每日巡查: a month with its roster, and one sheet. */
  'GET /api/patrol': { query: PatrolQuery; answers: PatrolMonthView };
  'POST /api/patrol/rosters': { sends: RosterSent; answers: PatrolMonthView };
  'POST /api/patrol/export': { query: PatrolMonthQuery; answers: Blob };
  'GET /api/patrol/:id': { answers: PatrolSheetView };
  'POST /api/patrol/:id/acts': { sends: PatrolActSent; answers: PatrolSheetView };
  /** 工作要点: the list of a year, read in from a sheet, and one of it. */
  'GET /api/work-points': { query: WorkPointQuery; answers: WorkPointPage };
  'POST /api/work-points': { sends: NewPoint; answers: WorkPointPage };
  'POST /api/work-points/export': { query: WorkPointQuery; answers: Blob };
  'GET /api/work-points/template': { answers: Blob };
  'POST /api/work-points/sheet': { query: PointSheetQuery; sends: SheetUpload; answers: WorkPointsRead };
  'GET /api/work-points/:id': { answers: WorkPointView };
  'POST /api/work-points/:id/acts': { sends: PointActSent; answers: WorkPointView };
  'POST /api/work-points/:id/files': { sends: { readonly file: File }; answers: WorkPointView };
  'GET /api/work-points/:id/files/:fileId': { answers: Blob };
  /** 培训: the year, one, and the quiz of whoever is invited. */
  'GET /api/trainings': { query: TrainingQuery; answers: TrainingPage };
  'POST /api/trainings': { sends: NewTraining; answers: TrainingPage };
  'POST /api/trainings/export': { query: TrainingQuery; answers: Blob };
  'GET /api/trainings/:id': { answers: TrainingView };
  'POST /api/trainings/:id/acts': { sends: TrainingActSent; answers: TrainingView };
  'GET /api/quizzes/:id': { answers: QuizView };
  'POST /api/quizzes/:id/answer': { sends: QuizAnswer; answers: QuizView };
  /** 找错留言; the contact is opened for a reason. */
  'GET /api/mistakes': { query: MistakeQuery; answers: MistakePage };
  'GET /api/mistakes/:id': { answers: MistakeView };
  'POST /api/mistakes/:id/acts': { sends: MistakeActSent; answers: MistakeView };
  'POST /api/mistakes/:id/contact': { sends: IdentityReason; answers: { readonly contact: string } };
}
