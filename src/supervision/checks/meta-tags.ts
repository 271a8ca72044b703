/** 网页标签 [SUP-19] (国办发〔2017〕47号附件): three on the home page, and four more on a column, three more on an article. Which are compulsory is 待核. */
import { markOf, type PageCheck } from '../seen-page.ts';

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE = ['ArticleTitle', 'PubDate', 'ContentSource'];

/** A page of another purpose (a form, a search) is asked for the tags of the site only. */
export const metaTags: PageCheck = ({ url, depth, content: { meta } }) => {
  const has = (name: string) => (meta.get(name.toLowerCase()) ?? []).some((value) => value !== '');
  const isOf = (names: readonly string[]) => names.some(has);
  const wanted = [
    ...SITE,
    ...(depth > 0 && isOf(COLUMN) && !isOf(ARTICLE) ? COLUMN : []),
    ...(isOf(ARTICLE) ? ARTICLE : []),
  ];
  const lacking = wanted.filter((name) => !has(name));
  return lacking.length === 0 ? [] : [markOf('metaTags', url, `缺少网页标签：${lacking.join('、')}。`)];
};

/** 网站标识码: ten digits, or `bm` and eight (the meaning of the digits is 待核). */
export const SITE_CODE = /^(?:\d{10}|bm\d{8})$/;
