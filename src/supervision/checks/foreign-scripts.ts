/** 外站脚本 [SUP-13]: scripts and frames of other sites run with the rights of the page; told once for each host and page. */
import { markOf, type PageCheck } from '../seen-page.ts';

export const foreignScripts: PageCheck = ({ url, site, content }) => {
  const hosts = new Set(
    content.links
      .filter(({ use }) => use === 'script' || use === 'frame')
      .map(({ url: target }) => new URL(target).host)
      .filter((host) => !site.hosts.has(host) && !site.scriptHosts.has(host) && !host.endsWith('.gov.cn')),
  );
  return [...hosts].map((host) => markOf('foreignScript', url, `页面运行外站 ${host} 的脚本或者框架。`, host));
};
