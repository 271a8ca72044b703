/** 暗链 [SUP-12]: links to other sites where no reader sees them. A menu that is folded away links to one's own pages and is left in peace. */
import { markOf, type PageCheck } from '../seen-page.ts';

export const hiddenLinks: PageCheck = ({ url, site, content }) => {
  const foreign = content.links.filter(
    ({ hidden, use, url: target }) => hidden && use === 'link' && !isOfficial(new URL(target), site.hosts),
  );
  return foreign.length === 0
    ? []
    : [markOf('hiddenLinks', url, `有 ${foreign.length} 个看不见的外站链接，如 ${foreign[0]!.url}。`)];
};

/** 分享按钮 are folded away on most pages. */
const SHARING =
  /^(?:service\.weibo\.com|v\.t\.sina\.com\.cn|(?:sns\.qzone|connect|share\.v\.t|shuo\.douban|im)\.qq\.com|www\.douban\.com|tieba\.baidu\.com|share\.(?:baidu|renren)\.com|widget\.renren\.com|(?:www\.)?(?:facebook|twitter|linkedin)\.com)$/;

function isOfficial({ host, hostname }: URL, hosts: ReadonlySet<string>): boolean {
  return hosts.has(host) || hostname === 'gov.cn' || hostname.endsWith('.gov.cn') || SHARING.test(hostname);
}
