/** 县里的词库, as the console sees it. */
import type { EndWordsSent, WordSheetQuery } from '../publications/word-list-schemas.ts';
import type { Term } from './words.ts';

export interface WordListsView {
  /** Agencies whose list the officer may replace. */
  readonly agencies: readonly Term[];
  /** Why he may replace none; null where he may. */
  readonly mayNot: string | null;
  /** What every installation looks for. */
  readonly shipped: { readonly words: number; readonly allowed: number };
  readonly lists: readonly {
    readonly agencyId: string;
    readonly agency: string;
    /** The latest first: the first is in force. */
    readonly versions: readonly {
      readonly version: number;
      readonly by: string;
      readonly at: string;
      readonly words: number;
      readonly allowed: number;
    }[];
  }[];
}

export interface WordsRead {
  readonly says: string;
  /** What is taken as it stands and may not be meant so. */
  readonly notes: readonly string[];
}

export interface WordListRoutes {
  'GET /api/word-lists': { answers: WordListsView };
  'GET /api/word-lists/template': { answers: Blob };
  'GET /api/word-lists/:agencyId/:version': { answers: Blob };
  /** 停用: answers as the list does. */
  'POST /api/word-lists/:agencyId/end': { sends: EndWordsSent; answers: WordListsView };
  'POST /api/word-lists/sheet': {
    query: WordSheetQuery;
    sends: { readonly agencyId: string; readonly file: Blob };
    answers: WordsRead;
  };
}
