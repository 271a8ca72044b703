/** 信息页: title, one quiet metadata table, the text as on paper, what it belongs to. */
import type { FastifyInstance } from 'fastify';
import { cleanBody } from '../../publications/body.ts';
import { type Column, type ColumnKey, columnTree } from '../../publications/columns.ts';
import type { DetachedPage } from '../../publications/detached-page.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { VALIDITY_TERMS } from '../../publications/normative.ts';
import { bodyElsewhere, bodyShown } from '../../publications/picture.ts';
import type { PublicDocument, PublicLine, WithdrawnNotice } from '../../publications/public-view.ts';
import { asColumn } from '../../publications/special-column.ts';
import { specialColumns } from '../../publications/store/columns.ts';
import { publicDocument } from '../../publications/store/public-document.ts';
import { inProse } from '../../statute/civil-date.ts';
import { columnCrumbs, columnTags } from '../column-trail.ts';
import { AttachedFiles } from '../components/attached-files.tsx';
import { DocumentTools, PrintedAddress } from '../components/document-tools.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { Page } from '../components/page.tsx';
import { Relations } from '../components/relations.tsx';
import { ValidityBanner } from '../components/validity-banner.tsx';
import { articleTags, beijingTime, linkedData } from '../document-tags.ts';
import { columnFeed } from '../followed.ts';
import type { Frame } from '../frame.ts';
import type { Portal } from '../portal.ts';
import { cachedPage } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

export function document(app: FastifyInstance, portal: Portal): void {
  cachedPage(app, portal, {
    path: '/documents/:id',
    build: async (request, frame) => {
      const { id } = request.params as { id: string };
      const { reading: db } = portal;
      const [found, own] = await Promise.all([publicDocument(db, id, portal.today()), specialColumns(db)]);
      const keys = [`document:${id}`];
      if (!found) return { html: ErrorPage({ frame, status: 404 }), keys, status: 404 };
      if (found.view === 'withdrawn') return { html: WithdrawnPage({ frame, notice: found }), keys, status: 410 };
      return {
        html: DocumentPage({
          frame,
          document: found,
          tree: columnTree(own.map(asColumn)),
          readAloudPath: portal.scripts.read.path,
        }),
        keys,
      };
    },
  });
}

export function DocumentPage({
  frame,
  document: shown,
  tree,
  readAloudPath,
  elsewhere,
}: {
  readonly frame: Frame;
  readonly document: PublicDocument;
  /** Address of the script that reads aloud. */
  readonly readAloudPath?: string;
  readonly tree: ReadonlyMap<ColumnKey, Column>;
  /** Not at its address: what it says of itself, and where its pictures and files are read. */
  readonly elsewhere?: Pick<DetachedPage, 'banner' | 'pictureAt' | 'fileAt' | 'paperAt'>;
}): string {
  const place = shown.columns.find((key) => tree.has(key));
  const body = cleanBody(shown.bodyHtml);
  const safeBody = elsewhere ? bodyElsewhere(body, elsewhere.pictureAt) : bodyShown(body, `/documents/${shown.id}`);
  return (
    <Page
      frame={frame}
      title={shown.title}
      description={shown.summary || shown.title}
      canonical={elsewhere ? undefined : `/documents/${shown.id}`}
      banner={elsewhere?.banner}
      crumbs={[...(place ? columnCrumbs(place, tree, true) : []), { name: '正文' }]}
      column={place ? columnTags(tree.get(place)!) : undefined}
      feed={place ? columnFeed(tree.get(place)!) : undefined}
      article={articleTags(shown, frame.site)}
      linkedData={linkedData(shown, frame.site)}
      script={readAloudPath}
    >
      <article>
        <div class="page-head">
          <h1 class="document-title" safe>
            {shown.title}
          </h1>
        </div>
        {shown.issue ? (
          <p class="actions">
            <a class="button quiet" href={`/gazette/${shown.issue.year}/${shown.issue.number}`}>
              翻阅这一期公报
            </a>
          </p>
        ) : null}
        <ValidityBanner document={shown} />
        <FactsTable two facts={factsOf(shown)} />
        <DocumentTools
          frame={frame}
          document={shown}
          paperAt={elsewhere ? elsewhere.paperAt : (kind) => `/documents/${shown.id}.${kind}`}
        />
        <div class="official-text" id="text">
          {safeBody}
        </div>
        <AttachedFiles of={shown} at={elsewhere?.fileAt} />
        <Changes document={shown} />
        <Relations document={shown} />
      </article>
      <PrintedAddress frame={frame} document={shown} />
      <Neighbours previous={shown.previous} next={shown.next} />
    </Page>
  ) as string;
}

function factsOf(shown: PublicDocument): readonly { label: string; value: string | null; wide?: boolean }[] {
  const isPolicy = 'counted' in DOCUMENT_KINDS[shown.kind];
  return [
    { label: '索引号', value: shown.indexNo },
    { label: '发文机关', value: shown.issuer },
    { label: '发文字号', value: shown.docNo },
    { label: '信息种类', value: DOCUMENT_KINDS[shown.kind].term },
    { label: '主题分类', value: shown.topic },
    { label: '体裁分类', value: shown.genre },
    { label: '成文日期', value: shown.writtenOn },
    // [PUB-92] The former site's day is its own; the hour nobody told.
    shown.carriedOverOn === null
      ? { label: '发布时间', value: beijingTime(shown.publishedAt) }
      : { label: '原网站发布于', value: shown.publishedOn },
    { label: '施行日期', value: shown.effectiveOn },
    { label: '有效期至', value: shown.expiresOn },
    { label: '有效性', value: isPolicy ? VALIDITY_TERMS[shown.validity] : null },
    { label: '公报期次', value: shown.issue && `${shown.issue.year} 年第 ${shown.issue.number} 期` },
    { label: '移入本站', value: shown.carriedOverOn },
    { label: '内容概述', value: shown.summary, wide: true },
  ];
}

function Changes({ document: { changes } }: { readonly document: PublicDocument }): JSX.Element {
  if (changes.length === 0) return '';
  return (
    <section>
      <h2>修改说明</h2>
      <ul class="timeline">
        {changes.map(({ at, note }) => (
          <li>
            <time class="small soft" datetime={at} safe>
              {beijingTime(at)}
            </time>
            <br />
            <span safe>{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbours({
  previous,
  next,
}: {
  readonly previous: PublicLine | null;
  readonly next: PublicLine | null;
}): JSX.Element {
  if (!previous && !next) return '';
  return (
    <nav class="neighbours" aria-label="同一栏目的前后两条">
      <hr />
      <ul class="plain">
        {previous ? <Neighbour term="上一条：" line={previous} /> : null}
        {next ? <Neighbour term="下一条：" line={next} /> : null}
      </ul>
    </nav>
  );
}

function Neighbour({ term, line }: { readonly term: string; readonly line: PublicLine }): JSX.Element {
  return (
    <li>
      <span class="soft" safe>
        {term}
      </span>
      <a href={`/documents/${line.id}`} safe>
        {line.title}
      </a>
    </li>
  );
}

/** What is left at the address of a document that was taken back: nothing of its text, and the reason. */
export function WithdrawnPage({ frame, notice }: { readonly frame: Frame; readonly notice: WithdrawnNotice }): string {
  return (
    <Page frame={frame} title="信息已撤回" crumbs={[{ name: '信息已撤回' }]}>
      <div class="page-head">
        <h1>信息已撤回</h1>
        <p class="lead" safe>{`${notice.notice}撤回日期：${inProse(notice.withdrawnOn)}。`}</p>
      </div>
      <p class="actions">
        {notice.mergedInto ? (
          <a class="button" href={`/documents/${notice.mergedInto}`}>
            查看合并后的信息
          </a>
        ) : null}
        <a class="button quiet" href="/">
          返回首页
        </a>
      </p>
    </Page>
  ) as string;
}
