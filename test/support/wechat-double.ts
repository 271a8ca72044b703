/**
 * The public platform of WeChat as its public description of the interface tells it, on loopback: passes, pictures, drafts, publications that take their time, and lists of them. What
 * the description leaves open is answered hard: a draft that was submitted cannot be submitted again (40007), and only the end of a publication takes it from the box.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Article {
  readonly title: string;
  readonly digest: string;
  readonly content: string;
  readonly content_source_url: string;
  readonly thumb_media_id: string;
}

interface Job {
  readonly draftId: string;
  readonly since: number;
  status: number;
  articleId: string;
}

interface Published extends Article {
  readonly url: string;
  readonly at: number;
  deleted: boolean;
}

export const APP = { appId: 'wx0123456789abcdef', secret: 'a secret of the platform, 32 long' };

export interface WechatDouble {
  readonly port: number;
  readonly articles: ReadonlyMap<string, Published>;
  readonly drafts: ReadonlyMap<string, Article>;
  readonly counted: {
    passes: number;
    covers: number;
    pictures: number;
    drafts: number;
    submits: number;
    refusedSubmits: number;
  };
  /** The next call of the path is answered with a number. */
  refuseNext(path: string, code: number, errmsg?: string): void;
  /** From now on publications end so: 0, or 2 to 4. */
  endWith(status: number): void;
  /** Passes given so far are over. */
  endPasses(): void;
  close(): Promise<void>;
}

/** @param publishesAfterMs by the clock that is given */
export async function wechatDouble(now: () => Date, publishesAfterMs = 30_000): Promise<WechatDouble> {
  const [drafts, jobs, articles] = [new Map<string, Article>(), new Map<string, Job>(), new Map<string, Published>()];
  const [covers, refusals] = [new Set<string>(), new Map<string, { code: number; errmsg: string }>()];
  const counted = { passes: 0, covers: 0, pictures: 0, drafts: 0, submits: 0, refusedSubmits: 0 };
  let [pass, ends, made] = ['', 0, 0];
  const id = (kind: string) => {
    made += 1;
    return `${kind}-${made}`;
  };
  const base = () => `http://127.0.0.1:${double.port}`;

  const settle = () => {
    for (const job of jobs.values()) {
      if (job.status !== 1 || now().getTime() - job.since < publishesAfterMs) continue;
      job.status = ends;
      const article = drafts.get(job.draftId);
      if (ends !== 0 || !article) continue;
      job.articleId = id('article');
      articles.set(job.articleId, {
        ...article,
        url: `${base()}/s/${job.articleId}`,
        at: now().getTime(),
        deleted: false,
      });
      drafts.delete(job.draftId);
    }
  };
  const listed = (
    all: readonly [string, Article, number, boolean, string][],
    key: string,
    { offset = 0, count = 20 }: Asked,
  ) => {
    const page = all.slice(Number(offset), Number(offset) + Number(count));
    const item = page.map(([name, article, at, deleted, url]) => ({
      ...{ [key]: name, update_time: Math.floor(at / 1_000) },
      content: {
        news_item: [{ title: article.title, content_source_url: article.content_source_url, url, is_deleted: deleted }],
      },
    }));
    return { total_count: all.length, item_count: item.length, item };
  };

  const PATHS: Readonly<Record<string, (asked: Asked) => object>> = {
    '/cgi-bin/stable_token': ({ appid, secret, grant_type: grant, force_refresh: renewed }) => {
      if (grant !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' };
      if (appid !== APP.appId) return { errcode: 40013, errmsg: 'invalid appid' };
      if (secret !== APP.secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
      counted.passes += 1;
      if (pass === '' || renewed) pass = id('pass');
      return { access_token: pass, expires_in: 7_200 };
    },
    '/cgi-bin/material/add_material': ({ raw }) => {
      if (!raw?.includes('filename=')) return { errcode: 41005, errmsg: 'media data missing' };
      counted.covers += 1;
      const name = id('cover');
      covers.add(name);
      return { media_id: name, url: `${base()}/mmbiz/${name}` };
    },
    '/cgi-bin/media/uploadimg': ({ raw }) => {
      if (!raw?.includes('filename=')) return { errcode: 41005, errmsg: 'media data missing' };
      counted.pictures += 1;
      return { url: `${base()}/mmbiz/${id('picture')}` };
    },
    '/cgi-bin/draft/add': ({ articles: given }) => {
      const article = (given as Article[] | undefined)?.[0];
      if (!article?.title || !article.content) return { errcode: 44003, errmsg: 'empty news data' };
      if (!covers.has(article.thumb_media_id)) return { errcode: 40007, errmsg: 'invalid media_id' };
      if (/<script|src="(?!http:\/\/127)/.test(article.content)) return { errcode: 45166, errmsg: 'invalid content' };
      counted.drafts += 1;
      const name = id('draft');
      drafts.set(name, article);
      return { media_id: name };
    },
    '/cgi-bin/draft/get': ({ media_id: name }) =>
      drafts.has(String(name))
        ? { news_item: [drafts.get(String(name))] }
        : { errcode: 40007, errmsg: 'invalid media_id' },
    '/cgi-bin/draft/batchget': (asked) =>
      listed(
        [...drafts].reverse().map(([name, article]) => [name, article, now().getTime(), false, '']),
        'media_id',
        asked,
      ),
    '/cgi-bin/draft/delete': ({ media_id: name }) =>
      drafts.delete(String(name)) ? { errcode: 0, errmsg: 'ok' } : { errcode: 40007, errmsg: 'invalid media_id' },
    '/cgi-bin/freepublish/submit': ({ media_id: name }) => {
      counted.submits += 1;
      const taken = [...jobs.values()].some(({ draftId, status }) => draftId === name && status <= 1);
      if (!drafts.has(String(name)) || taken) {
        counted.refusedSubmits += 1;
        return { errcode: 40007, errmsg: 'invalid media_id' };
      }
      const publishId = String(1_000_000 + made);
      made += 1;
      jobs.set(publishId, { draftId: String(name), since: now().getTime(), status: 1, articleId: '' });
      return { errcode: 0, errmsg: 'ok', publish_id: publishId };
    },
    '/cgi-bin/freepublish/get': ({ publish_id: publishId }) => {
      const job = jobs.get(String(publishId));
      if (!job) return { errcode: 40004, errmsg: 'invalid publish_id' };
      const { status, articleId } = job;
      const detail = { count: 1, item: [{ idx: 1, article_url: articles.get(articleId)?.url }] };
      return {
        publish_id: publishId,
        publish_status: status,
        ...(status === 0 ? { article_id: articleId, article_detail: detail } : {}),
      };
    },
    '/cgi-bin/freepublish/delete': ({ article_id: name }) => {
      const article = articles.get(String(name));
      if (!article || article.deleted) return { errcode: 53600, errmsg: 'invalid article_id' };
      article.deleted = true;
      return { errcode: 0, errmsg: 'ok' };
    },
    '/cgi-bin/freepublish/batchget': (asked) =>
      listed(
        [...articles].reverse().map(([name, article]) => [name, article, article.at, article.deleted, article.url]),
        'article_id',
        asked,
      ),
  };

  const answer = async (request: IncomingMessage, reply: ServerResponse) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const url = new URL(request.url ?? '/', base());
    const text = Buffer.concat(pieces).toString('latin1');
    const body = request.headers['content-type']?.startsWith('multipart/')
      ? { raw: text }
      : JSON.parse(Buffer.concat(pieces).toString() || '{}');
    settle();
    const path = PATHS[url.pathname];
    const refusal = refusals.get(url.pathname);
    refusals.delete(url.pathname);
    const allowed =
      url.pathname.endsWith('stable_token') || (pass !== '' && url.searchParams.get('access_token') === pass);
    const said = !path
      ? { errcode: 404 }
      : refusal
        ? { errcode: refusal.code, errmsg: refusal.errmsg }
        : allowed
          ? path(body)
          : { errcode: 40001, errmsg: 'invalid credential' };
    reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  };
  const server = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const double = {
    ...{ port: (server.address() as AddressInfo).port, articles, drafts, counted },
    refuseNext: (path: string, code: number, errmsg = '') => void refusals.set(path, { code, errmsg }),
    endWith: (status: number) => {
      ends = status;
    },
    endPasses: () => {
      pass = id('pass nobody was given');
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return double;
}

type Asked = Readonly<Record<string, unknown>> & { readonly raw?: string };
