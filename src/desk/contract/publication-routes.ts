/** 主动公开的页面: what of an edition is shown or given outside its editor, as the console asks for it. */
import type { ForgetSent, KeepSent, PreviewQuery, ProofSent } from '../publications/publication-schemas.ts';
import type { FoundWriting, KeptWritingsView } from './publications.ts';

export interface PublicationPageRoutes {
  /** 暂存: what the officer has written and not saved, of a document or of a new one. */
  'GET /api/kept-writings': { answers: KeptWritingsView };
  'GET /api/kept-writings/:about': {
    answers: { readonly found: FoundWriting | null };
  };
  'POST /api/kept-writings/:about': { sends: KeepSent; answers: Omit<FoundWriting, 'content'> };
  'POST /api/kept-writings/:about/forget': { sends: ForgetSent; answers: KeptWritingsView };
  /** 证明曾经公开: of one edition that was public, as an archive. */
  'POST /api/publications/:id/proof': { sends: ProofSent; answers: Blob };
  /** 预览: the page of the edition in work, as the portal would show it; for a frame or a window of the console. */
  'GET /api/publications/:id/preview': { query: PreviewQuery; answers: Blob };
  /** The same on paper, docx or pdf. */
  'GET /api/publications/:id/preview/:format': { answers: Blob };
}
