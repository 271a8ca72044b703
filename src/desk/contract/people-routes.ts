/** 机构、人员和本人: the addresses of people, of who stands in for whom, and of one's own account and news. */
import type { Founding, NewDeputation, OfficerAct } from '../calendar/county-schemas.ts';
import type {
  CodeSent,
  FactorProof,
  NoticesRead,
  OwnContact,
  OwnPassword,
  PasswordProof,
  SessionsClosed,
} from '../exchange/notice-schemas.ts';
import type { OrderSent, SeenOrderSent } from '../people/reorganisation-schemas.ts';
import type { NewAgency, NewOfficer } from '../schemas.ts';
import type { DeputationsView } from './deputations.ts';
import type { AccountView, NoticesView, SecondFactorBegun } from './notices.ts';
import type { PeopleView } from './people.ts';
import type { ReorganisationPreview, ReorganisationsView } from './reorganisations.ts';

export interface PeopleRoutes {
  'GET /api/people': { answers: PeopleView };
  'POST /api/people/officers': { sends: NewOfficer; answers: PeopleView };
  'POST /api/people/agencies': { sends: NewAgency; answers: PeopleView };
  'POST /api/people/agencies/:id/founding': { sends: Founding; answers: PeopleView };
  'POST /api/people/officers/:id/acts': { sends: OfficerAct; answers: PeopleView };

  'GET /api/reorganisations': { answers: ReorganisationsView };
  'POST /api/reorganisations/preview': { sends: OrderSent; answers: ReorganisationPreview };
  'POST /api/reorganisations': { sends: SeenOrderSent; answers: ReorganisationsView };
  'POST /api/reorganisations/:id/cancelled': { answers: ReorganisationsView };

  /** 本人的账号. */
  'GET /api/deputations': { answers: DeputationsView };
  'POST /api/deputations': { sends: NewDeputation; answers: DeputationsView };
  'DELETE /api/deputations/:id': { answers: DeputationsView };

  'GET /api/account': { answers: AccountView };
  'POST /api/account/password': { sends: OwnPassword; answers: AccountView };
  /** 身份验证器: begun with the password, in force with the first code, ended with both. */
  'POST /api/account/second-factor': { sends: PasswordProof; answers: SecondFactorBegun };
  'POST /api/account/second-factor/confirmed': { sends: CodeSent; answers: AccountView };
  'POST /api/account/second-factor/ended': { sends: FactorProof; answers: AccountView };
  /** 退出别处的登录. */
  'POST /api/account/sessions/closed': { sends: SessionsClosed; answers: AccountView };
  'POST /api/account/contact': { sends: OwnContact; answers: AccountView };
  /** 本人的消息; marked as read one by one or together. */
  'GET /api/notices': { answers: NoticesView };
  'POST /api/notices/read': { sends: NoticesRead; answers: NoticesView };
}
