/** 媒体账号的接口地址. */
import type {
  AccountActSent,
  AccountQuery,
  AccountsQuery,
  NewAccount,
  PostWithdrawn,
} from '../exchange/media-account-schemas.ts';
import type { MediaAccountsPage, MediaAccountView } from './media-accounts.ts';

export interface MediaAccountRoutes {
  /** 台账: with what was posted in a year. */
  'GET /api/media-accounts': { query: AccountsQuery; answers: MediaAccountsPage };
  'POST /api/media-accounts': { sends: NewAccount; answers: MediaAccountView };
  'POST /api/media-accounts/export': { query: AccountsQuery; answers: Blob };
  'GET /api/media-accounts/:id': { query: AccountQuery; answers: MediaAccountView };
  'POST /api/media-accounts/:id/acts': { query: AccountQuery; sends: AccountActSent; answers: MediaAccountView };
  'POST /api/media-posts/:id/withdraw': { sends: PostWithdrawn; answers: MediaAccountView };
}
