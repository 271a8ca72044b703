/** What can be done with a post of the account. Verbs of people, and of the product itself when the platform has spoken. */
import type { DocumentId } from '../../publications/document.ts';
import type { StepName } from '../../publications/review/steps.ts';
import type { PostWords } from './wechat-post.ts';

export type PeoplesVerb =
  | {
      readonly verb: 'writePost';
      readonly accountId: string;
      readonly documentId: DocumentId;
      readonly written: PostWords;
    }
  | { readonly verb: 'revisePost'; readonly postId: string; readonly written: PostWords }
  | { readonly verb: 'submitPost'; readonly postId: string; readonly hash: string }
  | { readonly verb: 'sendPost'; readonly postId: string; readonly hash: string }
  | {
      readonly verb: 'passPost';
      readonly postId: string;
      readonly hash: string;
      readonly step: StepName;
      readonly opinion: string;
    }
  | {
      readonly verb: 'returnPost';
      readonly postId: string;
      readonly hash: string;
      readonly step: StepName;
      readonly reason: string;
    }
  | { readonly verb: 'dropPost' | 'takePostDown'; readonly postId: string; readonly why: string };

export type PlatformsVerb =
  | {
      readonly verb: 'postPublished';
      readonly postId: string;
      readonly round: number;
      readonly articleId: string;
      readonly url: string;
    }
  | { readonly verb: 'postFailed'; readonly postId: string; readonly round: number; readonly why: string }
  | { readonly verb: 'postTakenDown'; readonly postId: string };

export type WechatCommand = PeoplesVerb | PlatformsVerb;
export type WechatVerb = WechatCommand['verb'];
