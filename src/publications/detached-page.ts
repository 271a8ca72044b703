/**
 * 样张 DetachedPage: the page of one edition drawn as the public reads it, but shown elsewhere than at its address: a draft to whoever works on it
 * (预览), an edition that was public to a court (证明曾经公开). It says at its head what it is, asks for nothing of the portal and keeps no reader.
 */
import type { PictureHash } from './picture.ts';
import type { PublicDocument } from './public-view.ts';

export interface DetachedPage {
  readonly document: PublicDocument;
  /** What stands above the page: what it is, in bold, and what is to be known of it. */
  readonly banner: { readonly term: string; readonly says: string };
  /** 适老版. */
  readonly senior: boolean;
  readonly pictureAt: (sha256: PictureHash) => string;
  readonly fileAt: (fileId: string) => string;
  /** 下载 Word、PDF; where it is kept as neither, nothing is offered. */
  readonly paperAt?: (kind: 'docx' | 'pdf') => string;
}
