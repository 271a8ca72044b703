/** 各地共享的信息 [XCH-14]: what other installations delivered, each with where it comes from and the way to its original. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { SharedDocument } from '../../exchange/sharing/shared-copy.ts';
import {
  type ReceivedDocument,
  type ReceivedPage,
  receivedDocument,
  receivedFile,
  receivedPage,
} from '../../exchange/store/sharing/received.ts';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import { attachmentHeader } from '../../platform/files/file-name.ts';
import { bodyShown } from '../../publications/picture.ts';
import { askedPage } from '../asked.ts';
import { Empty } from '../components/empty.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { beijingTime } from '../document-tags.ts';
import { fileSize } from '../file-size.ts';
import type { Frame } from '../frame.ts';
import { SHARED } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

const PAGE_SIZE = 30;
const TITLE = '各地共享的信息';

export function shared(app: FastifyInstance, portal: Portal): void {
  const { reading: db } = portal;
  cachedPage(app, portal, {
    path: '/shared',
    asks: ['page'],
    async build(request, frame) {
      const number = askedPage(request.query);
      return {
        html: SharedList({ frame, number, ...(await receivedPage(db, { number, size: PAGE_SIZE })) }),
        keys: [SHARED],
      };
    },
  });
  cachedPage(app, portal, {
    path: '/shared/:source/:id',
    async build(request, frame) {
      const { source, id } = request.params as { source: string; id: string };
      const found = await receivedDocument(db, source, id);
      const keys = [SHARED];
      if (!found) return { html: ErrorPage({ frame, status: 404 }), keys, status: 404 };
      if (!found.document)
        return { html: ErrorPage({ frame, status: 410, says: '来源网站已经撤回这条信息。' }), keys, status: 410 };
      return { html: SharedPage({ frame, id, source: found.source, document: found.document }), keys };
    },
  });
  for (const part of ['files', 'pictures'] as const)
    app.get(`/shared/:source/:id/${part}/:sha256`, async (request, reply) => {
      const { source, id, sha256 } = request.params as { source: string; id: string; sha256: string };
      const file = await receivedFile(db, source, id, sha256);
      const isPicture = file !== undefined && ['jpg', 'png'].includes(file.kind);
      if (!file || (part === 'pictures' && !isPicture))
        return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
      reply.header('cache-control', 'no-cache').header('etag', `"${sha256}"`).header('content-length', file.bytes);
      if (part === 'files') reply.header('content-disposition', attachmentHeader(file.name));
      return reply.type(FILE_KINDS[file.kind as FileKindName].type).send(Readable.from(portal.files.read(file.fileId)));
    });
}

function SharedList({
  frame,
  number,
  lines,
  total,
}: ReceivedPage & { readonly frame: Frame; readonly number: number }): string {
  return (
    <Page
      frame={frame}
      title={TITLE}
      page={number}
      {...(number === 1 ? { canonical: '/shared' } : {})}
      crumbs={[{ name: TITLE }]}
    >
      <div class="page-head">
        <h1>{TITLE}</h1>
        <p class="lead">其他政府网站推送到本站的信息，内容由来源网站负责，以原文为准。</p>
      </div>
      {lines.length === 0 ? <Empty says="还没有收到其他网站的信息。" /> : null}
      <ul class="list">
        {lines.map(({ sourceId, source, id, title, agency, publishedAt }) => (
          <li>
            <a href={`/shared/${sourceId}/${id}`}>
              <span safe>{title}</span>
              <span class="soft" safe>{`（${source}${agency && agency !== source ? `，${agency}` : ''}）`}</span>
            </a>
            <time datetime={publishedAt} safe>
              {beijingTime(publishedAt).slice(0, 10)}
            </time>
          </li>
        ))}
      </ul>
      <Pager page={number} pages={Math.ceil(total / PAGE_SIZE)} address={(page) => `/shared?page=${page}`} />
    </Page>
  ) as string;
}

interface SharedPageProps {
  readonly frame: Frame;
  readonly id: string;
  readonly source: ReceivedDocument['source'];
  readonly document: SharedDocument;
}

function SharedPage({ frame, id, source, document: shown }: SharedPageProps): string {
  const address = `/shared/${source.id}/${id}`;
  const safeBody = bodyShown(shown.bodyHtml, address);
  return (
    <Page frame={frame} title={shown.title} crumbs={[{ name: TITLE, path: '/shared' }, { name: '正文' }]}>
      <article>
        <div class="page-head">
          <h1 class="document-title" safe>
            {shown.title}
          </h1>
          <p class="lead">
            <span safe>{`来源：${source.name}。以原文为准：`}</span>
            <Original url={shown.url} siteUrl={source.siteUrl} />
          </p>
        </div>
        {shown.ended ? <p class="notice" safe>{`这份文件自${shown.ended.on}起失效：${shown.ended.by}。`}</p> : null}
        <FactsTable two facts={factsOf(shown)} />
        <div class="official-text" id="text">
          {safeBody}
        </div>
        <Files shown={shown} address={address} />
      </article>
    </Page>
  ) as string;
}

/** A link only to the site of the source itself. */
function Original({ url, siteUrl }: { readonly url: string; readonly siteUrl: string }): JSX.Element {
  const isTheirs = URL.canParse(url) && new URL(url).origin === new URL(siteUrl).origin;
  const href = isTheirs ? url : siteUrl;
  return (
    <a href={href} rel="external" safe>
      {href}
    </a>
  );
}

function factsOf(shown: SharedDocument): readonly { label: string; value: string | null; wide?: boolean }[] {
  return [
    { label: '索引号', value: shown.indexNo },
    { label: '发布机关', value: shown.agency },
    { label: '发文机关', value: shown.issuer },
    { label: '发文字号', value: shown.docNo },
    { label: '信息种类', value: shown.kind },
    { label: '成文日期', value: shown.writtenOn },
    { label: '发布时间', value: beijingTime(shown.publishedAt) },
    { label: '施行日期', value: shown.effectiveOn },
    { label: '有效期至', value: shown.expiresOn },
    { label: '栏目', value: shown.columns.map(({ name }) => name).join('、') },
    { label: '内容概述', value: shown.summary, wide: true },
  ];
}

function Files({
  shown: { files },
  address,
}: {
  readonly shown: SharedDocument;
  readonly address: string;
}): JSX.Element {
  if (files.length === 0) return '';
  return (
    <section class="attached">
      <h2>附件</h2>
      <ul class="plain">
        {files.map(({ sha256, name, bytes }) => (
          <li>
            <a href={`${address}/files/${sha256}`} safe>
              {name}
            </a>{' '}
            <span class="small soft" safe>
              {fileSize(bytes)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
