/** 文章 as the platform takes it: plain paragraphs, perhaps a picture, and where the original stands. Nothing of the words becomes markup. */
import { htmlOfText } from '../../publications/body.ts';
import type { WechatPost } from './wechat-post.ts';

export interface Article {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  /** 阅读原文. */
  readonly source: string;
  /** Number of the cover. */
  readonly coverId: string;
}

export interface ArticlePicture {
  /** Of the platform's own: it shows no other. */
  readonly url: string;
}

const LONGEST_AUTHOR = 8;

export function articleOf(
  { title, digest, words }: Pick<WechatPost, 'title' | 'digest' | 'words'>,
  source: string,
  cover: { readonly id: string; readonly picture: ArticlePicture | null },
  accountName: string,
): Article {
  const picture = cover.picture ? `<p><img src="${attribute(cover.picture.url)}"></p>` : '';
  return {
    ...{ title, digest, source, coverId: cover.id },
    author: accountName.slice(0, LONGEST_AUTHOR),
    content: `${picture}${htmlOfText(words)}<p>原文见“阅读原文”。</p>`,
  };
}

function attribute(text: string): string {
  return text.replace(/[<>"&]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
