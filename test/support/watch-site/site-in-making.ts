/** A site while it is made: what each of its hosts answers, what was planted, and the pages everything is put into. */
import type { CivilDate } from '../../../src/statute/civil-date.ts';
import { FAULTS, type FaultName, type Planted } from './plan.ts';

export interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly delayMs?: number;
  /** Never answers. */
  readonly hangs?: boolean;
  readonly refusesHead?: boolean;
}

export interface Origins {
  readonly main: string;
  readonly outside: string;
  /** Without encryption. */
  readonly plain: string;
}

export interface Article {
  readonly path: string;
  readonly title: string;
  readonly day: CivilDate;
  /** Further paragraphs, as HTML. */
  readonly more: string[];
  slow: boolean;
}

export interface Column {
  readonly folder: string;
  readonly name: string;
  readonly type: string;
  readonly latest: CivilDate;
  readonly blank: boolean;
  readonly articles: Article[];
}

export interface SiteOrder {
  readonly pages: number;
  readonly faults: number;
  readonly today: CivilDate;
  readonly origins: Origins;
  readonly slowMs: number;
  readonly seed?: number;
}

export interface SiteInMaking {
  readonly order: SiteOrder;
  readonly next: () => number;
  readonly shares: Readonly<Record<FaultName, number>>;
  readonly main: Map<string, Sent>;
  readonly outside: Map<string, Sent>;
  readonly plain: Map<string, Sent>;
  readonly planted: Planted[];
  /** Titles of outside sites as they were. */
  readonly titles: Map<string, string>;
  readonly columns: readonly Column[];
  readonly articles: readonly Article[];
}

export function plant({ planted }: SiteInMaking, fault: FaultName, url: string, detail = ''): void {
  planted.push({ fault, finding: FAULTS[fault].finding, url, detail });
}

export const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

/** Lines of a list before it is turned. */
export const PER_LIST = 50;
