/** The tables of 媒体账号: the accounts, what became of them, what was posted. */
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { AccountEventName, PlatformName } from '../../accounts/media-account.ts';

declare module '../../../platform/database.ts' {
  interface Database {
    media_accounts: {
      id: string;
      agency_id: string;
      platform: PlatformName;
      name: string;
      handle: string;
      contact: string;
      opened_on: CivilDate;
      filed_number: string | null;
      filed_on: CivilDate | null;
      closed_on: CivilDate | null;
      closed_why: string | null;
    };
    media_account_events: {
      account_id: string;
      n: number;
      type: AccountEventName;
      on_day: CivilDate;
      says: string;
      by_id: string;
      at: Date;
    };
    media_posts: {
      id: string;
      account_id: string;
      agency_id: string;
      title: string;
      posted_on: CivilDate;
      url: string;
      recorded_by: string;
      recorded_at: Date;
      withdrawn_on: CivilDate | null;
      withdrawn_why: string | null;
    };
  }
}
