/**
 * 旧网址 FormerAddress [PUB-91, PUB-92]: the address an article or a file had on the former site. What is kept is its path, never its host: it can
 * lead to a page of ours and nowhere else.
 */
import type { AgencyId } from '../people/agency.ts';
import type { Decision } from '../perform.ts';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { AttachedFileId } from './attached-file.ts';
import type { DocumentId } from './document.ts';

/** `/art/2019/5/4/art_12.html?id=3`, encoded as a browser asks for it. */
export type FormerPath = string;

const LONGEST = 500;

/**
 * @param address whole, or as it stands in a page at `base`
 * @returns undefined for what is no page of a web site; its home page is one of ours already
 */
export function formerPath(address: string, base = '/'): FormerPath | undefined {
  const url = urlOf(address, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const path = (url.pathname + url.search).replace(/%[0-9a-f]{2}/gi, (coded) => coded.toUpperCase());
  return path === '/' || path.length > LONGEST ? undefined : path;
}

/** Whether a link leads elsewhere, to a site that is not the former one. */
export function isElsewhere(address: string, base: string): boolean {
  const [url, home] = [urlOf(address, base), urlOf(base, '/')];
  return !url || (url.host !== NOWHERE && url.host !== home?.host);
}

const NOWHERE = 'former.invalid';

function urlOf(address: string, base: string): URL | undefined {
  try {
    return new URL(address.trim(), new URL(base, `http://${NOWHERE}`));
  } catch {
    return undefined;
  }
}

/** Where it is now. */
export interface FormerAddress {
  readonly path: FormerPath;
  readonly documentId: DocumentId;
  readonly agencyId: AgencyId;
  /** An attachment; null for the document itself. */
  readonly fileId: AttachedFileId | null;
}

/** 记下旧网址. */
export interface KeepFormerAddress {
  readonly verb: 'keepFormerAddress';
  readonly agencyId: AgencyId;
  readonly documentId: DocumentId;
  readonly path: FormerPath;
  readonly files: readonly { readonly path: FormerPath; readonly fileId: AttachedFileId }[];
}

/** What stands at the address of the article already. */
export interface TakenAddress {
  readonly taken: DocumentId | undefined;
}

export function keepFormerAddress(
  { taken }: TakenAddress,
  { agencyId, documentId, path, files }: KeepFormerAddress,
): Decision<readonly FormerAddress[]> | Refusal {
  if (taken !== undefined)
    return refuse('PUB-91', art(24), `旧网址“${path}”的信息已经导入过，没有再导入。要修改的，请在工作台修改。`);
  return {
    next: [{ path, fileId: null }, ...files].map((one) => ({ ...one, documentId, agencyId })),
    entry: { verb: 'formerAddressKept', subject: documentId, agencyId, basis: art(24), content: { path, files } },
  };
}
