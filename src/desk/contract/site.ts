/** 站点编排, as the console sees it. */
import type { SiteActSent } from '../publications/site-schemas.ts';
import type { Term } from './words.ts';

export interface SiteDocument {
  readonly id: string;
  readonly title: string;
  /** Null once it is withdrawn: the public does not see it there. */
  readonly publishedOn: string | null;
}

export interface SiteLink {
  readonly name: string;
  readonly to: string;
  readonly picture: string | null;
}

export type SiteBlock =
  | { readonly block: 'doors' | 'specials' | 'figures' | 'tools' }
  | { readonly block: 'newest'; readonly column: string }
  | { readonly block: 'pinned'; readonly title: string; readonly documents: readonly SiteDocument[] }
  | { readonly block: 'links'; readonly title: string; readonly links: readonly SiteLink[] };

export interface PinLine {
  readonly id: string;
  readonly words: readonly string[];
  readonly document: SiteDocument;
  readonly by: string;
  readonly on: string;
}

export interface GreyLine {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly orderedBy: string;
  readonly reason: string;
  readonly by: string;
  readonly state: 'coming' | 'now' | 'over' | 'ended';
  readonly endedOn: string | null;
}

export interface SpecialLine {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly place: number;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly documents: number;
}

export interface SiteView {
  readonly today: string;
  /** Whose site it is. */
  readonly agency: Term;
  /** Why the officer only reads; null where he may arrange. */
  readonly mayNot: string | null;
  readonly home: {
    readonly version: number;
    readonly by: string | null;
    readonly on: string | null;
    readonly blocks: readonly SiteBlock[];
  };
  readonly blockKinds: readonly (Term & { readonly says: string; readonly once: boolean; readonly must: boolean })[];
  /** Whose newest may stand there. */
  readonly columns: readonly (Term & { readonly depth: number })[];
  readonly pins: readonly PinLine[];
  readonly greys: readonly GreyLine[];
  readonly specials: readonly SpecialLine[];
}

export interface SiteRoutes {
  /** 站点编排: the home page, pinned answers, special columns, days of grey. */
  'GET /api/site': { answers: SiteView };
  'POST /api/site/acts': { sends: SiteActSent; answers: SiteView };
}
