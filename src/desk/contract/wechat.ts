/** 公众号, as the console sees it: posts and their way, and how accounts are joined; the names of secrets, never a secret. */
import type { NewWechatPost, WechatActSent, WechatJoinActSent, WechatQuery } from '../exchange/wechat-schemas.ts';
import type { MayDo } from './media-accounts.ts';
import type { Term } from './words.ts';

export interface WechatPostLineView {
  readonly id: string;
  readonly title: string;
  readonly account: string;
  readonly state: string;
  readonly changedAt: string;
}

/** What a post may be written from and for. */
export interface WechatStart {
  readonly lines: readonly WechatPostLineView[];
  /** Joined accounts at which the officer may write. */
  readonly accounts: readonly Term[];
  /** The document that was asked for, as the post would begin; null where none was, or it is not public. */
  readonly original: {
    readonly documentId: string;
    readonly title: string;
    readonly digest: string;
    readonly words: string;
  } | null;
}

export interface WechatPostView {
  readonly id: string;
  readonly accountId: string;
  readonly account: string;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly title: string;
  readonly digest: string;
  readonly words: string;
  readonly hash: string;
  readonly state: string;
  /** 到哪一步, in a sentence. */
  readonly standing: string;
  readonly url: string;
  readonly said: string;
  /** 审校: what is asked, and who has passed it. */
  readonly review: { readonly state: string; readonly steps: readonly WechatStepView[] };
  readonly marks: readonly { readonly what: string; readonly by: string; readonly at: string; readonly said: string }[];
  readonly findings: readonly { readonly severity: string; readonly says: string; readonly advice: string }[];
  readonly may: Readonly<Record<'revise' | 'submit' | 'send' | 'drop' | 'takeDown', MayDo>>;
  readonly longest: { readonly title: number; readonly digest: number; readonly words: number };
}

export interface WechatStepView extends Term {
  readonly looksAt: string;
  readonly passed: boolean;
  /** It waits for this step now. */
  readonly awaited: boolean;
  readonly may: MayDo;
}

export interface WechatJoinView {
  readonly accountId: string;
  readonly account: string;
  readonly agency: string;
  /** Null while it is not joined. */
  readonly join: {
    readonly appId: string;
    readonly secretFile: string;
    readonly callbackFile: string | null;
    readonly open: boolean;
  } | null;
  /** What is written down in the backstage of the platform. */
  readonly callbackUrl: string;
  readonly waiting: number;
  readonly pieces: readonly WechatPieceView[];
  readonly compared: {
    readonly at: string;
    readonly ours: number;
    readonly theirs: number;
    readonly underWay: number;
    readonly found: number;
    readonly differences: readonly { readonly kind: string; readonly title: string }[];
  } | null;
}

/** What is not taken, or waits. */
export interface WechatPieceView {
  readonly id: string;
  readonly title: string;
  readonly dead: boolean;
  readonly attempts: number;
  readonly at: string;
  readonly said: string;
}

export interface WechatJoins {
  /** Whether there is a folder for secrets. */
  readonly secrets: boolean;
  readonly accounts: readonly WechatJoinView[];
}

export interface WechatRoutes {
  'GET /api/wechat-posts': { query: WechatQuery; answers: WechatStart };
  'POST /api/wechat-posts': { sends: NewWechatPost; answers: WechatPostView };
  'GET /api/wechat-posts/:id': { answers: WechatPostView };
  'POST /api/wechat-posts/:id/acts': { sends: WechatActSent; answers: WechatPostView };
  /** 公众号接口, for the system administrator. */
  'GET /api/wechat-joins': { answers: WechatJoins };
  'POST /api/wechat-joins/:id/acts': { sends: WechatJoinActSent; answers: WechatJoins };
}
