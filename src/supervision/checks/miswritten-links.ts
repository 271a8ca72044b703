/** 写错的网址 [SUP-87]: what the editor's own machine opens and no reader's, a scheme mistyped, what is no address at all. Each is told. */
import { markOf, type PageCheck } from '../seen-page.ts';

export const miswrittenLinks: PageCheck = ({ url, content }) =>
  content.miswritten.map((address) =>
    markOf(
      'miswritten',
      url,
      /^(?:file:|[a-z]:[\\/])/i.test(address)
        ? `链接或者图片指向编辑自己电脑上的文件“${address}”，读者打不开。`
        : `网址“${address}”写错了，打不开。`,
      address,
    ),
  );
