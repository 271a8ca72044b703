/**
 * 页面内容不存在 [SUP-15]: a page that answers as if it were there and says it is not. Either it is the very page the site shows for an address nobody
 * ever made, or its heading says so and there is little else on it; an article about such pages has more to say.
 */
import type { Mark } from '../finding-kinds.ts';
import type { PageContent } from '../page-content.ts';
import { markOf, type SeenPage } from '../seen-page.ts';

const SAYS_MISSING =
  /(?:页面|网页|内容|信息|文件|栏目|文章|资源|网址|链接|记录|数据)[^。，,.]{0,8}(?:不存在|找不到|已(?:经)?(?:被)?(?:删除|移除|下线)|未找到|走丢|丢失|飞走)|(?:页面|网页|链接|网址)[^。，,.]{0,4}已(?:经)?(?:失效|过期)|(?:找不到|未找到|没有找到)[^。，]{0,10}(?:页面|网页|内容|文章|信息|资源)|(?:^|\D)404(?:\D|$)|page not found|not be found/i;
/** 答复里的“信息不存在” is an answer of the agency and no page that is gone. */
const OF_AN_ANSWER = /申请|公开|答复|检索|查找|本机关|行为|情形/;

const LITTLE = 300;
/** Of so few words a page may be told by what stands anywhere on it. */
const VERY_LITTLE = 80;

/** @param unmade what the site shows for an address that was never there; absent where it says so by the status */
export function softMissing({ url, content }: Pick<SeenPage, 'url' | 'content'>, unmade: string | undefined): Mark[] {
  const { title, headings, words, alerts } = content;
  const plain = comparable(words);
  if (unmade !== undefined && plain === unmade) return [markOf('softMissing', url, '打开的是“页面不存在”的页面。')];
  if (plain.length > LITTLE) return [];
  const box = alerts.find((says) => SAYS_MISSING.test(says));
  if (box !== undefined) return [markOf('softMissing', url, `打开后弹出“${box}”。`)];
  const said = [title, ...headings].find((heading) => SAYS_MISSING.test(heading));
  if (said) return [markOf('softMissing', url, `页面写着“${said}”。`)];
  // A link with these words is a headline of something else.
  const linked = content.links.some((link) => !link.inFrame && SAYS_MISSING.test(link.words));
  const line =
    plain.length <= VERY_LITTLE &&
    !linked &&
    words.split('\n').find((one) => SAYS_MISSING.test(one) && !OF_AN_ANSWER.test(one));
  return line ? [markOf('softMissing', url, `页面只写着“${line.slice(0, 60)}”。`)] : [];
}

/** 一模一样的页面: a calendar that goes on for ever says the same on each page, but for figures. */
export function sameness({ words, title }: Pick<PageContent, 'words' | 'title'>): string {
  return comparable(`${title}\n${words}`).slice(0, 2_000);
}

/** Without figures, times and addresses that change from one look to the next. */
export function comparable(words: string): string {
  return words.replace(/https?:\S+|\/[\w./-]+/g, '').replace(/[\d\s:.\-/]+/g, '');
}
