/** 登录、退出、首次设置: the addresses that answer whoever asks. */
import type { CodeSent } from '../exchange/notice-schemas.ts';
import type { ProviderAnswer, Setup, SignIn } from '../schemas.ts';
import type { DemoAccount, SessionView } from './session.ts';

interface SignedIn {
  readonly signedIn: true;
}

/** 可以怎样登录. */
export interface SignInWaysView {
  /** 统一身份认证 is set up. */
  readonly provider: boolean;
  /** Otherwise only the three administrators have one that opens. */
  readonly passwordsForAll: boolean;
}

export interface SignInRoutes {
  'GET /api/sign-in/ways': { answers: SignInWaysView };
  'POST /api/sign-in': { sends: SignIn; answers: SignedIn };
  /** 用统一身份认证登录: `url` is where the browser goes; it comes back with an answer, and perhaps owes a code. */
  'POST /api/sign-in/provider': { answers: { readonly url: string } };
  'POST /api/sign-in/provider/finished': { sends: ProviderAnswer; answers: SignedIn };
  'POST /api/sign-in/provider/code': { sends: CodeSent; answers: SignedIn };
  /** `provider`: where the browser goes to be signed out there as well. */
  'POST /api/sign-out': { answers: { readonly signedOut: true; readonly provider: string | null } };
  'POST /api/setup': { sends: Setup; answers: { readonly ready: true } };
  'GET /api/demo-accounts': { answers: readonly DemoAccount[] };
  'GET /api/session': { answers: SessionView };
}
