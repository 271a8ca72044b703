/** 不安全的内容 [SUP-10]: files fetched without encryption into an encrypted page; browsers keep them out. */
import { markOf, type PageCheck } from '../seen-page.ts';

export const mixedContent: PageCheck = ({ url, content }) => {
  if (!url.startsWith('https:')) return [];
  const plain = content.links.filter(
    ({ use, url: target }) => use !== 'link' && use !== 'jump' && target.startsWith('http:'),
  );
  return plain.length === 0
    ? []
    : [markOf('mixedContent', url, `加密页面里有 ${plain.length} 个不加密的文件，如 ${plain[0]!.url}。`)];
};
