/** What every page is told beside its own matter: the site it belongs to and how this reader wants it. */
import type { SiteSettings } from './site.ts';
import type { Visit } from './visit.ts';

export interface Frame {
  readonly site: SiteSettings;
  /** Everything in the county is invented; every page says so. */
  readonly demo: boolean;
  /** 全站灰度 today. */
  readonly grey: boolean;
  readonly visit: Visit;
  /** [LED-4] Nothing can be taken in now; pages that are kept for everybody do not say so. */
  readonly cutOff?: boolean;
}
