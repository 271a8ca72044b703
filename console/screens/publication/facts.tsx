/** 元数据: what the catalogue says of the document. */
import { Link } from 'wouter';
import type { PublicationView } from '../../../src/desk/contract.ts';

export function Facts({ view }: { readonly view: PublicationView }) {
  const { particulars: known, openMode } = (view.draft ?? view.live)!;
  const rows: readonly (readonly [string, string])[] = [
    ['栏目', view.columns.map(({ term }) => term).join('、')],
    ['发文机关', known.issuer],
    ['发文字号', known.docNo],
    ['成文日期', known.writtenOn],
    ['主题分类', known.topic],
    ['体裁分类', known.genre],
    ['施行日期', known.effectiveOn],
    ['有效期至', known.expiresOn],
    ['公开属性', openMode],
    ['属性的理由', known.openModeReason],
    ['关键词', known.keywords.join('、')],
    ['内容概述', known.summary],
    ['索引号', view.indexNo ?? ''],
    ['首次发布', view.publishedOn ?? ''],
  ];
  return (
    <section className="card publication-facts" aria-labelledby="facts">
      <h2 id="facts">元数据</h2>
      <dl>
        {rows
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        {view.fromRequest && (
          <div>
            <dt>来自申请</dt>
            <dd>
              <Link href={`/requests/${view.fromRequest.id}`}>{view.fromRequest.number}</Link>
              <span className="basis">第四十四条转为主动公开，只在工作台显示</span>
            </dd>
          </div>
        )}
        {view.relations.map(({ kind, to, title }) => (
          <div key={`${kind.name}-${to}`}>
            <dt>{kind.term}</dt>
            <dd>
              <Link href={`/publications/${to}`}>{title}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
