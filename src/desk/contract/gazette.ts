/** 政府公报, as the console sees it. */
import type { IssueSent } from '../publications/gazette-schemas.ts';
import type { SiteDocument } from './site.ts';
import type { Term } from './words.ts';

export interface IssueView {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly year: number;
  readonly number: number;
  readonly state: string;
  readonly isPublic: boolean;
  readonly publishedOn: string | null;
  /** Of the edition that is edited: a later one is never written over. */
  readonly edition: string;
  readonly cover: string;
  readonly changeNote: string;
  readonly sections: readonly { readonly heading: string; readonly documents: readonly SiteDocument[] }[];
}

export interface GazetteView {
  readonly year: number;
  /** 编公报的机关, as far as the officer writes for them; none where he only reads. */
  readonly agencies: readonly Term[];
  readonly mayNot: string | null;
  readonly issues: readonly IssueView[];
  /** The next number of this year. */
  readonly next: number;
  /** 待刊登: policy documents no issue has printed. */
  readonly waiting: readonly SiteDocument[];
}

export interface GazetteRoutes {
  'GET /api/gazette': { answers: GazetteView };
  /** Compiles an issue, anew or again; answers the list with its id in it. */
  'POST /api/gazette': { sends: IssueSent; answers: GazetteView };
}
