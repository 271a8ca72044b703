/**
 * 微信公众平台 [XCH-24, XCH-25]: what is asked of it, by its public description of the interface. Each call takes the pass from `pass`; one that is over is renewed once and the
 * call repeated.
 */
import type { Article } from '../../wechat/article.ts';
import type { ListedArticle } from '../../wechat/compare-articles.ts';
import { NO_SUCH_ARTICLE, NO_SUCH_MEDIA, PASS_IS_OVER } from '../../wechat/wechat-errors.ts';
import { type NotTold, type PlatformFile, type Told, type WechatGround, wechatCall } from './wechat-call.ts';

/** 接口凭证, as it is kept for all processes. @param over the one that the platform takes no more */
export type Pass = (over?: string) => Promise<string | NotTold>;

export interface FetchedPass {
  readonly token: string;
  readonly seconds: number;
}

/** A new pass; `renewed` where the one there is must not be given again. */
export async function fetchPass(
  ground: WechatGround,
  { appId, secret }: { readonly appId: string; readonly secret: string },
  renewed: boolean,
): Promise<FetchedPass | NotTold> {
  const asked = { grant_type: 'client_credential', appid: appId, secret, force_refresh: renewed };
  const told = await wechatCall(ground, '/cgi-bin/stable_token', null, asked);
  if (!told.sent) return told;
  const { access_token: token, expires_in: seconds } = told.said;
  return typeof token === 'string' && token !== '' && typeof seconds === 'number'
    ? { token, seconds }
    : { sent: false, why: '微信公众平台没有给出接口凭证。', again: true, unknown: false };
}

export type Published =
  | { readonly how: 'underWay' }
  | { readonly how: 'published'; readonly articleId: string; readonly url: string }
  | { readonly how: 'failed'; readonly status: number };

export interface WechatClient {
  uploadCover(file: PlatformFile): Promise<string | NotTold>;
  uploadPicture(file: PlatformFile): Promise<string | NotTold>;
  addDraft(article: Article): Promise<string | NotTold>;
  isDraftThere(draftId: string): Promise<boolean | NotTold>;
  /** Drafts with a source, the newest first, a page at a time. */
  listDrafts(offset: number): Promise<Page<{ readonly draftId: string; readonly source: string }> | NotTold>;
  removeDraft(draftId: string): Promise<true | NotTold>;
  submit(draftId: string): Promise<string | NotTold>;
  resultOf(publishId: string): Promise<Published | NotTold>;
  listArticles(offset: number): Promise<Page<ListedArticle> | NotTold>;
  /** Gone already counts as done. */
  remove(articleId: string): Promise<true | NotTold>;
}

export interface Page<One> {
  readonly found: readonly One[];
  readonly total: number;
  readonly taken: number;
}

const ASKED_AT_MOST = 5;

/** The most it lists at once. */
export const LISTED_AT_ONCE = 20;

export function wechatClient(ground: WechatGround, pass: Pass): WechatClient {
  const call = async (path: string, content: object | PlatformFile): Promise<Told | NotTold> => {
    const token = await pass();
    if (typeof token !== 'string') return token;
    const told = await wechatCall(ground, path, token, content);
    if (told.sent || told.code === undefined || !PASS_IS_OVER.has(told.code)) return told;
    const renewed = await pass(token);
    return typeof renewed === 'string' ? wechatCall(ground, path, renewed, content) : renewed;
  };
  // What only asks may be asked again at once; what does something never is, before it was looked after.
  const ask = async (path: string, content: object): Promise<Told | NotTold> => {
    for (let asked = 1; ; asked += 1) {
      const told = await call(path, content);
      if (told.sent || !told.unknown || asked >= ASKED_AT_MOST) return told;
    }
  };
  const words = async (told: Promise<Told | NotTold>, field: string): Promise<string | NotTold> => {
    const answer = await told;
    if (!answer.sent) return answer;
    const value = answer.said[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : strange(field);
  };
  return {
    uploadCover: (file) => words(call('/cgi-bin/material/add_material?type=image', file), 'media_id'),
    uploadPicture: (file) => words(call('/cgi-bin/media/uploadimg', file), 'url'),
    addDraft: (article) => words(call('/cgi-bin/draft/add', { articles: [articleSent(article)] }), 'media_id'),
    submit: (draftId) => words(call('/cgi-bin/freepublish/submit', { media_id: draftId }), 'publish_id'),
    async isDraftThere(draftId) {
      const told = await ask('/cgi-bin/draft/get', { media_id: draftId });
      return told.sent ? true : told.code === NO_SUCH_MEDIA ? false : told;
    },
    async removeDraft(draftId) {
      const told = await call('/cgi-bin/draft/delete', { media_id: draftId });
      return told.sent || told.code === NO_SUCH_MEDIA ? true : told;
    },
    async listDrafts(offset) {
      const told = await ask('/cgi-bin/draft/batchget', { offset, count: LISTED_AT_ONCE, no_content: 1 });
      if (!told.sent) return told;
      const draftOf = ({ media_id: draftId, content }: Listed) => ({
        draftId: String(draftId ?? ''),
        source: String(newsOf(content)[0]?.content_source_url ?? ''),
      });
      return pageOf(told.said, (one) => [draftOf(one)]);
    },
    async listArticles(offset) {
      const told = await ask('/cgi-bin/freepublish/batchget', { offset, count: LISTED_AT_ONCE, no_content: 1 });
      if (!told.sent) return told;
      return pageOf(told.said, ({ article_id: articleId, content, update_time: changed }) =>
        newsOf(content).map(({ title, url, content_source_url: source, is_deleted: deleted }) => ({
          ...{ articleId: String(articleId ?? ''), title: String(title ?? ''), url: String(url ?? '') },
          ...{ source: String(source ?? ''), deleted: deleted === true, at: (Number(changed) || 0) * 1_000 },
        })),
      );
    },
    async resultOf(publishId) {
      const told = await ask('/cgi-bin/freepublish/get', { publish_id: publishId });
      return told.sent ? published(told.said) : told;
    },
    async remove(articleId) {
      const told = await call('/cgi-bin/freepublish/delete', { article_id: articleId, index: 0 });
      return told.sent || (told.code !== undefined && NO_SUCH_ARTICLE.has(told.code)) ? true : told;
    },
  };
}

function articleSent({ title, author, digest, content, source, coverId }: Article) {
  return {
    ...{ title, author, digest, content, content_source_url: source, thumb_media_id: coverId },
    ...{ need_open_comment: 0, only_fans_can_comment: 0 },
  };
}

function published(said: Told['said']): Published | NotTold {
  const { publish_status: status, article_id: articleId, article_detail: detail } = said;
  if (typeof status !== 'number') return strange('publish_status');
  if (status === 1) return { how: 'underWay' };
  if (status !== 0) return { how: 'failed', status };
  const [first] = listIn((detail as Listed | undefined)?.item);
  const url = first?.article_url;
  return typeof articleId === 'string' && typeof url === 'string'
    ? { how: 'published', articleId, url }
    : strange('article_id');
}

const strange = (field: string): NotTold => ({
  ...{ sent: false, why: `微信公众平台的应答里没有“${field}”，系统稍后自动再试。`, again: true, unknown: true },
});

type Listed = Readonly<Record<string, unknown>>;

function listIn(value: unknown): readonly Listed[] {
  return Array.isArray(value) ? value.filter((one): one is Listed => typeof one === 'object' && one !== null) : [];
}

const newsOf = (content: unknown) => listIn((content as Listed | undefined)?.news_item);

function pageOf<One>(said: Told['said'], read: (one: Listed) => readonly One[]): Page<One> {
  const listed = listIn(said.item);
  return { found: listed.flatMap(read), total: Number(said.total_count) || 0, taken: listed.length };
}
