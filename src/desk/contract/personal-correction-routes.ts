/** 更正本人信息申请的接口地址. */
import type { CorrectionActSent, NewCorrection } from '../requests/correction-schemas.ts';
import type { IdentityReason, PageQuery } from '../schemas.ts';
import type { CorrectionFileView, CorrectionPage } from './personal-corrections.ts';
import type { IdentityView } from './requests.ts';

export interface PersonalCorrectionRoutes {
  'GET /api/personal-corrections': { query: PageQuery; answers: CorrectionPage };
  'POST /api/personal-corrections': { sends: NewCorrection; answers: CorrectionFileView };
  'GET /api/personal-corrections/:id': { answers: CorrectionFileView };
  'POST /api/personal-corrections/:id/acts': { sends: CorrectionActSent; answers: CorrectionFileView };
  'POST /api/personal-corrections/:id/identity': { sends: IdentityReason; answers: IdentityView };
  'POST /api/personal-corrections/:id/letters/:n/:kind/:format': { answers: Blob };
  /** 证据文件. */
  'POST /api/personal-corrections/:id/files': { sends: { readonly file: Blob }; answers: CorrectionFileView };
  'DELETE /api/personal-corrections/:id/files/:fileId': { answers: CorrectionFileView };
  'GET /api/personal-corrections/:id/files/:fileId': { answers: Blob };
}
