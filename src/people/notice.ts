/**
 * 通知 Notice: what an act has to tell, to whom, as data. It is queued with the act and made into messages afterwards. It holds numbers and counts
 * for its sentence and never what an application is about, nor who applied.
 */
import type { AgencyId } from './agency.ts';
import type { Hand } from './hand.ts';
import type { RoleName } from './role.ts';

export type Recipient =
  | { readonly kind: 'officer'; readonly officerId: string }
  /** Everybody who holds one of the roles at the agency, deputies too, except who shares a person with a hand that is named. */
  | {
      readonly kind: 'roles';
      readonly roles: readonly RoleName[];
      readonly agencyId: AgencyId;
      readonly except: readonly Hand[];
    }
  /** 申请人 of a file, by the way he gave; his address is opened when the message is sent. */
  | { readonly kind: 'applicant'; readonly requestId: string }
  /** Who wrote to the agency without applying: 写信人, who gave an opinion or reported a mistake; in the same way. */
  | { readonly kind: 'writer'; readonly of: Written; readonly id: string };

export type Written = 'letter' | 'mistake' | 'opinion';

export interface Notice {
  /** Which sentence it is told by. */
  readonly kind: string;
  /** What it is about: the id of a file, of a task; empty for a digest. */
  readonly subject: string;
  readonly agencyId: AgencyId;
  readonly to: Recipient;
  readonly particulars: Readonly<Record<string, string | number>>;
}

/** How a kind of notice is told. */
export interface NoticeKind {
  readonly term: string;
  says(particulars: Notice['particulars']): string;
  /** Where it leads in the console. */
  readonly opens:
    | 'request'
    | 'task'
    | 'inbox'
    | 'outbox'
    | 'connections'
    | 'report'
    | 'patrol'
    | 'patrols'
    | 'findings'
    | 'mistake'
    | 'workPoints'
    | 'quiz'
    | 'publication'
    | null;
}

export interface OfficerNoticeKind extends NoticeKind {
  readonly heardBy: readonly RoleName[];
}
