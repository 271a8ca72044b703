/**
 * 网页标签 (《政府网站发展指引》附件“网页设计规范”): three of the site on every page, four of the column on its pages, and those of
 * the article on a document. The checking platforms read these names, so their spelling is fixed.
 */
import { inAttribute } from '../in-attribute.ts';
import type { SiteSettings } from '../site.ts';
import { domainOf } from '../site.ts';

export interface ColumnTags {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly types: readonly string[];
}

export interface ArticleTags {
  readonly title: string;
  /** `2025-07-14 01:59`. */
  readonly publishedAt: string;
  readonly source: string;
  readonly keywords: readonly string[];
  readonly description: string;
  readonly url: string;
}

export function HeadTags({
  site,
  column,
  article,
}: {
  readonly site: SiteSettings;
  readonly column?: ColumnTags | undefined;
  readonly article?: ArticleTags | undefined;
}): JSX.Element {
  return (
    <>
      <meta name="SiteName" content={inAttribute(site.name)} />
      <meta name="SiteDomain" content={domainOf(site)} />
      <meta name="SiteIDCode" content={site.idCode} />
      {column ? (
        <>
          <meta name="ColumnName" content={inAttribute(column.name)} />
          <meta name="ColumnDescription" content={inAttribute(column.description)} />
          <meta name="ColumnKeywords" content={inAttribute(column.keywords.join('，'))} />
          <meta name="ColumnType" content={inAttribute(column.types.join('，'))} />
        </>
      ) : null}
      {article ? (
        <>
          <meta name="ArticleTitle" content={inAttribute(article.title)} />
          <meta name="PubDate" content={article.publishedAt} />
          <meta name="ContentSource" content={inAttribute(article.source)} />
          <meta name="Keywords" content={inAttribute(article.keywords.join('，'))} />
          <meta name="Description" content={inAttribute(article.description)} />
          <meta name="Url" content={article.url} />
        </>
      ) : null}
    </>
  );
}
