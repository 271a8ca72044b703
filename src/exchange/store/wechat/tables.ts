/** The tables of 公众号: how it is reached, its pass, what was uploaded, its posts, and how the last comparison came out. */
import type { SealedColumn } from '../../../platform/sealed-column.ts';
import type { EditionMark } from '../../../publications/review/edition-mark.ts';
import type { ArticleDifference } from '../../wechat/compare-articles.ts';
import type { PostState } from '../../wechat/wechat-post.ts';

declare module '../../../platform/database.ts' {
  interface Database {
    wechat_joins: {
      account_id: string;
      agency_id: string;
      app_id: string;
      secret_file: string;
      callback_file: string | null;
      open: boolean;
      joined_at: Date;
    };
    wechat_tokens: { account_id: string; sealed: string | null; expires_at: Date };
    wechat_materials: { account_id: string; sha256: string; place: 'cover' | 'text'; told: string; uploaded_at: Date };
    wechat_posts: {
      id: string;
      account_id: string;
      agency_id: string;
      document_id: string;
      title: string;
      digest: string;
      words: string;
      hash: string;
      edited_by: string;
      former_editors: readonly string[];
      marks: readonly EditionMark[];
      state: PostState;
      round: number;
      draft_id: string | null;
      tried_at: Date | null;
      publish_id: string | null;
      article_id: string | null;
      url: string;
      said: string;
      written_at: Date;
      changed_at: Date;
    };
    wechat_comparisons: {
      account_id: string;
      at: Date;
      ours: number;
      theirs: number;
      under_way: number;
      found: number;
      differences: readonly ArticleDifference[];
    };
  }
}

export const contextOfToken = (accountId: string) => `wechat_tokens.sealed:${accountId}`;

export const SEALED_WECHAT_TOKENS: SealedColumn = {
  table: 'wechat_tokens',
  row: 'account_id',
  column: 'sealed',
  contextOf: contextOfToken,
};
