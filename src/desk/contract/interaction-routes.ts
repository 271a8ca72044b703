/** 互动回应的接口地址. */

import type { InteractionQuery, NewInteraction } from '../calendar/county-schemas.ts';
import type { CitizenLetterActSent, CitizenLetterQuery } from '../interaction/citizen-letter-schemas.ts';
import type {
  ConsultationActSent,
  ConsultationListQuery,
  NewConsultation,
  OpinionFileQuery,
  OpinionQuery,
} from '../interaction/consultation-schemas.ts';
import type { IdentityReason } from '../schemas.ts';
import type { CitizenLetterPage, CitizenLetterView, LetterWriterView } from './citizen-letters.ts';
import type {
  ConsultationPage,
  ConsultationView,
  ConsultationWords,
  OpinionFilePage,
  OpinionPage,
} from './consultations.ts';
import type { InteractionsView } from './opening.ts';

export interface InteractionRoutes {
  'GET /api/interactions': { query: InteractionQuery; answers: InteractionsView };
  'POST /api/interactions': { sends: NewInteraction; answers: InteractionsView };
  'GET /api/citizen-letters': { query: CitizenLetterQuery; answers: CitizenLetterPage };
  'GET /api/citizen-letters/:id': { answers: CitizenLetterView };
  'POST /api/citizen-letters/:id/acts': {
    sends: CitizenLetterActSent;
    answers: CitizenLetterView | { readonly gone: true };
  };
  'POST /api/citizen-letters/:id/identity': { sends: IdentityReason; answers: LetterWriterView };
  /** 意见征集、问卷调查: one life, what came in, and the same as a sheet. */
  'GET /api/consultations': { query: ConsultationListQuery; answers: ConsultationPage };
  'GET /api/consultation-words': { answers: ConsultationWords };
  'POST /api/consultations': { sends: NewConsultation; answers: ConsultationView };
  'GET /api/consultations/:id': { answers: ConsultationView };
  'POST /api/consultations/:id/acts': { sends: ConsultationActSent; answers: ConsultationView };
  'GET /api/consultations/:id/opinions': { query: OpinionQuery; answers: OpinionPage };
  'POST /api/consultations/:id/export': { answers: Blob };
  'GET /api/consultations/:id/files': { query: OpinionFileQuery; answers: OpinionFilePage };
  'POST /api/consultations/:id/files/:fileId': { answers: Blob };
  'POST /api/consultations/:id/opinions/:opinionId/identity': { sends: IdentityReason; answers: LetterWriterView };
}
