/**
 * 页面内容不存在 [SUP-15]: a page that answers as if it were there and says it is not. Either it is the very page the site shows for an address nobody
 * ever made, or its heading says so and there is little else on it; an article about such pages has more to say.
 */
import { markOf, type SeenPage } from '../seen-page.ts';

const SAYS_MISSING =
  /(?:页面|网页|内容|信息|文件|栏目|文章)[^。，,.]{0,6}(?:不存在|找不到|已(?:经)?(?:被)?(?:删除|移除|下线)|未找到)|(?:找不到|未找到)[^。，]{0,8}(?:页面|网页|内容)|(?:^|\D)404(?:\D|$)|page not found/i;

const LITTLE = 300;

/** @param unmade what the site shows for an address that was never there; absent where it says so by the status */
export function softMissing({ url, content }: Pick<SeenPage, 'url' | 'content'>, unmade: string | undefined) {
  const plain = comparable(content.words);
  if (unmade !== undefined && plain === unmade) return [markOf('softMissing', url, '打开的是“页面不存在”的页面。')];
  const said = [content.title, ...content.headings].find((heading) => SAYS_MISSING.test(heading));
  return said && plain.length <= LITTLE ? [markOf('softMissing', url, `页面写着“${said}”。`)] : [];
}

/** Without figures, times and addresses that change from one look to the next. */
export function comparable(words: string): string {
  return words.replace(/https?:\S+|\/[\w./-]+/g, '').replace(/[\d\s:.\-/]+/g, '');
}
